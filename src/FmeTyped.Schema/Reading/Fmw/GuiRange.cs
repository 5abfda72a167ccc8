using System;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>The limits in the argument of a RANGE_SLIDER, as texts; empty if there is none.</summary>
internal sealed record GuiRange(string Minimum, string Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive, string DecimalPlaces)
{
    private const string RangeKey = "RANGE:";
    private const string PrecisionKey = "PRECISION:";

    /// <summary>Reads <c>RANGE:[0,51)%PRECISION:0</c>, or <c>0%51%0%OFF</c> of before 2019, where MAX is no limit.</summary>
    public static GuiRange Read(string argument)
    {
        string[] parts = argument.Trim('"', ' ').Split('%');
        return parts[0].StartsWith(RangeKey, StringComparison.Ordinal)
            ? ReadKeyed(parts)
            : new GuiRange(Limit(parts, 0), Limit(parts, 1), MinimumIsExclusive: false, MaximumIsExclusive: false, Limit(parts, 2));
    }

    private static GuiRange ReadKeyed(string[] parts)
    {
        string interval = parts[0].Substring(RangeKey.Length);
        string[] limits = interval.Trim('[', ']', '(', ')').Split(',');
        string precision = "";
        foreach (string part in parts)
        {
            precision = part.StartsWith(PrecisionKey, StringComparison.Ordinal) ? part.Substring(PrecisionKey.Length) : precision;
        }

        return new GuiRange(
            Limit(limits, 0),
            Limit(limits, 1),
            interval.StartsWith("(", StringComparison.Ordinal),
            interval.EndsWith(")", StringComparison.Ordinal),
            precision);
    }

    private static string Limit(string[] parts, int index) => index < parts.Length && parts[index] != "MAX" ? parts[index].Trim() : "";
}
