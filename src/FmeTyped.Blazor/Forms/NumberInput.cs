using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>What a number field of HTML needs to know.</summary>
internal static class NumberInput
{
    /// <summary>The step; "any" where any number may be given.</summary>
    public static string Step(FmeParameterDescriptor parameter) => parameter switch
    {
        { Step: { } step } => Text(step),
        { Kind: FmeParameterKind.Integer } => "1",
        { DecimalPlaces: { } places } => Text(Math.Pow(10, -places)),
        _ => "any",
    };

    /// <summary>The least value. HTML counts steps from it, and FME counts them from zero: it has to be a step itself.</summary>
    public static string? Minimum(FmeParameterDescriptor parameter) =>
        parameter.Minimum is not { } minimum ? null
        : StepOf(parameter) is { } step ? Text(Math.Ceiling(minimum / step) * step)
        : Text(minimum);

    public static string? Maximum(FmeParameterDescriptor parameter) => parameter.Maximum is { } maximum ? Text(maximum) : null;

    /// <summary>Whether a field for numbers can show a text. One that only a server understands, such as a macro, it cannot.</summary>
    public static bool CanShow(string text) =>
        text.Length == 0 || double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out _);

    /// <summary>A number as a person reads it in a hint.</summary>
    public static string Shown(double number) => number.ToString(CultureInfo.CurrentCulture);

    private static double? StepOf(FmeParameterDescriptor parameter) => parameter.Step ?? (parameter.Kind == FmeParameterKind.Integer ? 1 : null);

    // No field of HTML reads an exponent's plus sign or a comma.
    private static string Text(double number) => ((decimal)Math.Clamp(number, -1e15, 1e15)).ToString(CultureInfo.InvariantCulture);
}
