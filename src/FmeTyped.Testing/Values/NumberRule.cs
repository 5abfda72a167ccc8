using System.Globalization;
using System.Text.Json;

namespace FmeTyped.Testing;

/// <summary>Numbers: <c>minimum</c> and <c>maximum</c>, each exclusive if the record says so, and <c>multipleOf</c>.</summary>
internal static class NumberRule
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static string? FindProblem(JsonElement record, string text)
    {
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            return $"'{text}' is no {(record.Number("multipleOf") == 1 ? "whole number" : "number")}.";
        }

        if (record.Number("multipleOf") == 1 && value != Math.Truncate(value))
        {
            return $"'{text}' is no whole number.";
        }

        double? minimum = record.Number("minimum");
        double? maximum = record.Number("maximum");
        bool tooSmall = record.IsSet("minimumExclusive") ? value <= minimum : value < minimum;
        bool tooLarge = record.IsSet("maximumExclusive") ? value >= maximum : value > maximum;
        return tooSmall || tooLarge ? FormattableString.Invariant($"{value} is beyond the limits {Describe(minimum)} to {Describe(maximum)}.") : null;
    }

    /// <summary>"Value must be a multiple" of the step. Numbers that are too large for a decimal are not checked.</summary>
    public static string? FindStepProblem(JsonElement record, string text) =>
        record.Find("multipleOf")?.AsText() is { } key
        && decimal.TryParse(key, Style, CultureInfo.InvariantCulture, out decimal step)
        && step > 0
        && step != 1
        && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value)
        && value % step != 0
            ? FormattableString.Invariant($"'{text}' is no multiple of {step}.")
            : null;

    private static string Describe(double? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
