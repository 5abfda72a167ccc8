using System.Globalization;

namespace FmeTyped;

/// <summary>Checks each value against its parameter instead of sending it.</summary>
internal sealed class ValidatingParameterWriter : FmeParameterWriter
{
    private List<FmeProblem>? _problems;

    public IReadOnlyList<FmeProblem> Problems => (IReadOnlyList<FmeProblem>?)_problems ?? [];

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
        if (parameter.MustBeSet)
        {
            Note(FmeProblemKind.Missing, parameter, FmeProblemText.Missing);
        }
    }

    private protected override void Blank(FmeParameterDescriptor parameter)
    {
        if (!parameter.IsOptional)
        {
            Note(FmeProblemKind.Blank, parameter, parameter.IsList
                ? "needs at least one value. Leave it unset (null) for the workspace's default."
                : "may not be blank. Leave it unset (null) for the workspace's default.");
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
        }
        else
        {
            Note(FmeProblemKind.OutOfRange, parameter, "takes a finite number.");
        }
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
        if (parameter.FindChoice(number) is null)
        {
            Note(FmeProblemKind.UnknownOption, parameter, FmeProblemText.NoOption(parameter, number));
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
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number) => Option(parameter, number);

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
    }

    private void CheckLimits(FmeParameterDescriptor parameter, double value)
    {
        if (parameter.Minimum is { } minimum && (parameter.MinimumIsExclusive ? value <= minimum : value < minimum))
        {
            Note(FmeProblemKind.OutOfRange, parameter, Invariant($"is {value}; it has to be {(parameter.MinimumIsExclusive ? "greater than" : "at least")} {minimum}."));
        }

        if (parameter.Maximum is { } maximum && (parameter.MaximumIsExclusive ? value >= maximum : value > maximum))
        {
            Note(FmeProblemKind.OutOfRange, parameter, Invariant($"is {value}; it has to be {(parameter.MaximumIsExclusive ? "less than" : "at most")} {maximum}."));
        }
    }

    private void Note(FmeProblemKind kind, FmeParameterDescriptor parameter, string message) =>
        (_problems ??= []).Add(new FmeProblem(kind, parameter.Name, message));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
