using System.Globalization;

namespace FmeTyped;

/// <summary>Checks each value against its parameter instead of sending it. It ignores whether the parameter is visible.</summary>
internal sealed class ValidatingParameterWriter : FmeParameterWriter
{
    // A greater double has no decimal places, and counts as a multiple because a double cannot tell.
    private const double MostForDecimal = 1e15;

    private List<FmeValidationError>? _errors;

    /// <summary>The errors; null if there are none, so that a valid request allocates no list.</summary>
    public List<FmeValidationError>? Errors => _errors;

    /// <summary>Whether files of this machine must be uploaded.</summary>
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
        if (!parameter.MayBeBlank)
        {
            Note(FmeValidationErrorKind.Blank, parameter, FmeValidationErrorText.Blank(parameter));
        }
    }

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        if (!value.IsWellFormed())
        {
            Note(FmeValidationErrorKind.Malformed, parameter, FmeValidationErrorText.HalfCharacter);
        }
    }

    private protected override void Integer(FmeParameterDescriptor parameter, long value)
    {
        CheckLimits(parameter, value);
        CheckStep(parameter, value);
    }

    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
        if (double.IsFinite(value))
        {
            CheckLimits(parameter, value);
            CheckDecimalPlaces(parameter, value);
            if (parameter.Step is not null && Math.Abs(value) < MostForDecimal)
            {
                CheckStep(parameter, (decimal)value);
            }
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
        else if (value.Time is { } time)
        {
            CheckTime(parameter, time, hasOffset: value.Offset is not null);
        }
    }

    private protected override void Color(FmeParameterDescriptor parameter, FmeColor value)
    {
        if (value.Alpha < 1 && !parameter.ColorFormat.HasAlpha)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, Invariant($"takes an opaque colour, without an alpha; this one has {value.Alpha}."));
        }
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, FmeGeometry value)
    {
        if (value.TextFor(parameter.GeometryEncoding) is null)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, FmeValidationErrorText.WrongEncoding(parameter));
        }
        else if (!FmeGeometryKindsReader.Takes(parameter.GeometryTypes, value.Kinds))
        {
            Note(FmeValidationErrorKind.Malformed, parameter, FmeValidationErrorText.WrongKind(parameter, value.Kinds));
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
        Text(parameter, value);
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

    private void CheckTime(FmeParameterDescriptor parameter, TimeOnly time, bool hasOffset)
    {
        if (parameter.HasOffset is { } takesOffset && takesOffset != hasOffset)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, takesOffset ? FmeValidationErrorText.OffsetMissing : FmeValidationErrorText.OffsetRefused);
        }

        if (parameter.HasFraction == false && time.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            Note(FmeValidationErrorKind.TooPrecise, parameter, FmeValidationErrorText.FractionRefused);
        }
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
            string bound = parameter.MinimumIsExclusive ? "greater than" : "at least";
            Note(FmeValidationErrorKind.OutOfRange, parameter, Invariant($"is {value}; it has to be {bound} {minimum}."));
        }

        if (parameter.Maximum is { } maximum && (parameter.MaximumIsExclusive ? value >= maximum : value > maximum))
        {
            string bound = parameter.MaximumIsExclusive ? "less than" : "at most";
            Note(FmeValidationErrorKind.OutOfRange, parameter, Invariant($"is {value}; it has to be {bound} {maximum}."));
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
            Note(FmeValidationErrorKind.TooPrecise, parameter, $"is {text}; it may have at most {most} decimal places.");
        }
    }

    private void CheckStep(FmeParameterDescriptor parameter, decimal value)
    {
        if (parameter.Step is { } step && value % (decimal)step != 0)
        {
            Note(FmeValidationErrorKind.TooPrecise, parameter, Invariant($"is {value}; it has to be a multiple of {step}."));
        }
    }

    private void Note(FmeValidationErrorKind kind, FmeParameterDescriptor parameter, string message) =>
        (_errors ??= []).Add(new FmeValidationError(kind, parameter.Name, message));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
