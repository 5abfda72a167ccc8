using System.Globalization;

namespace FmeTyped;

/// <summary>Checks each value against its parameter instead of sending it. Whether the parameter is visible is not looked at.</summary>
internal sealed class ValidatingParameterWriter : FmeParameterWriter
{
    private List<FmeValidationError>? _errors;

    /// <summary>What does not fit; null where all fits, so that a good request costs no list.</summary>
    public List<FmeValidationError>? Errors => _errors;

    /// <summary>Whether something of this machine has to be uploaded.</summary>
    public bool HasLocalFiles { get; private set; }

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
        if (parameter.MustBeSet)
        {
            Note(FmeValidationErrorKind.Missing, parameter, FmeValidationErrorText.Missing);
        }
    }

    private protected override void Blank(FmeParameterDescriptor parameter)
    {
        // Blank is a value where it is among the options.
        if (!parameter.IsOptional && parameter.FindChoice("") is null)
        {
            Note(FmeValidationErrorKind.Blank, parameter, FmeValidationErrorText.Blank(parameter));
        }
    }

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
    }

    private protected override void Integer(FmeParameterDescriptor parameter, long value) => CheckLimits(parameter, value);

    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
        if (double.IsFinite(value))
        {
            CheckLimits(parameter, value);
            CheckDecimalPlaces(parameter, value);
        }
        else
        {
            Note(FmeValidationErrorKind.OutOfRange, parameter, "takes a finite number.");
        }
    }

    private protected override void DateTime(FmeParameterDescriptor parameter, FmeDateTime value)
    {
        if (parameter.DateTimeForm != FmeDateTimeForm.Any && parameter.DateTimeForm != value.Form)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, FmeValidationErrorText.WrongForm(parameter.DateTimeForm));
        }
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, string? text)
    {
        if (text is null)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, FmeValidationErrorText.WrongEncoding(parameter));
        }
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
        if (parameter.FindChoice(number) is null)
        {
            Note(FmeValidationErrorKind.UnknownOption, parameter, ChoiceText.NoOption(parameter.Choices, number));
        }
    }

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
        if (count == 0)
        {
            Blank(parameter);
        }
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value)
    {
        if (value.Length == 0 && parameter.Kind is (FmeParameterKind.File or FmeParameterKind.Folder))
        {
            Note(FmeValidationErrorKind.Blank, parameter, "has a blank entry in its list.");
        }
    }

    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) => CheckLocal(parameter, local);

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        Item(parameter, serverPath);
        CheckLocal(parameter, local);
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number) => Option(parameter, number);

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
    }

    private void CheckLocal(FmeParameterDescriptor parameter, LocalFiles? local)
    {
        HasLocalFiles |= local is not null;
        if (local?.FindProblem() is { } problem)
        {
            Note(FmeValidationErrorKind.UnusableFile, parameter, problem);
        }
    }

    private void CheckLimits(FmeParameterDescriptor parameter, double value)
    {
        if (parameter.Minimum is { } minimum && (parameter.MinimumIsExclusive ? value <= minimum : value < minimum))
        {
            Note(FmeValidationErrorKind.OutOfRange, parameter, Invariant($"is {value}; it has to be {(parameter.MinimumIsExclusive ? "greater than" : "at least")} {minimum}."));
        }

        if (parameter.Maximum is { } maximum && (parameter.MaximumIsExclusive ? value >= maximum : value > maximum))
        {
            Note(FmeValidationErrorKind.OutOfRange, parameter, Invariant($"is {value}; it has to be {(parameter.MaximumIsExclusive ? "less than" : "at most")} {maximum}."));
        }
    }

    private void CheckDecimalPlaces(FmeParameterDescriptor parameter, double value)
    {
        if (parameter.DecimalPlaces is not { } most)
        {
            return;
        }

        ReadOnlySpan<char> text = FmeNumber.Format(value, stackalloc char[FmeNumber.MaxLength]);
        int point = text.IndexOf('.');
        int places = point < 0 ? 0 : text.Length - point - 1;
        if (places > most)
        {
            Note(FmeValidationErrorKind.TooPrecise, parameter, $"is {text}; it may have at most {most} digits behind the point.");
        }
    }

    private void Note(FmeValidationErrorKind kind, FmeParameterDescriptor parameter, string message) =>
        (_errors ??= []).Add(new FmeValidationError(kind, parameter.Name, message));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
