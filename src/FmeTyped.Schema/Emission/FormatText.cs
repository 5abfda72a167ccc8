using System.Collections.Generic;
using System.Globalization;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>Describes how the text of a date or a colour is written.</summary>
internal static class FormatText
{
    /// <summary>How a date, a time or both are written; empty if that is not known.</summary>
    public static string From(DateTimeForm form, DateTimeFormat format)
    {
        string? parts = form switch
        {
            DateTimeForm.Date => "A date",
            DateTimeForm.Time => "A time of day",
            DateTimeForm.DateTime => "A date and a time of day",
            _ => null,
        };
        var words = new List<string>();
        if (format.HasOffset is { } hasOffset)
        {
            words.Add(hasOffset ? "with its offset from UTC" : "without an offset from UTC");
        }

        if (format.HasFraction is { } hasFraction)
        {
            words.Add(hasFraction ? "to the millisecond" : "in whole seconds");
        }

        if (format.IsIso)
        {
            words.Add("sent as ISO 8601");
        }

        return parts is null && words.Count == 0 ? "" : string.Join(", ", [parts ?? "A date, a time or both", .. words]) + ".";
    }

    /// <summary>How a colour is written.</summary>
    public static string From(ColorFormat format) =>
        $"{format.Space}{(format.HasAlpha ? " with alpha" : "")}, {Component(format)}{(format.ValueFormat.Length > 0 ? $", in {format.ValueFormat}" : "")}";

    /// <summary>The step of a number.</summary>
    public static string From(decimal step) => step.ToString(CultureInfo.InvariantCulture);

    private static string Component(ColorFormat format) => format.Component switch
    {
        "int" => "components from 0 to 255",
        "float" => "components from 0 to 1",
        _ => "components from 00 to ff",
    };
}
