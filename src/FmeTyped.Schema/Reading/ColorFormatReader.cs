using System;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads how a colour is written: <c>colorSpace</c>, <c>componentValueType</c>, <c>alpha</c> and the deprecated <c>valueFormat</c>.</summary>
internal static class ColorFormatReader
{
    private const string Place = "%1";

    /// <param name="record">The record, or what a team says in its place.</param>
    /// <param name="otherwise">What holds for the keys that are missing.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="context">Receives the problems.</param>
    public static ColorFormat Read(JsonObject record, ColorFormat otherwise, string name, ReadingContext context) => new(
        Has(record, "colorSpace") ? RecordWords.Read(record, "colorSpace", name, context, "rgb", "hsv", "hsl", "cmyk") : otherwise.Space,
        Has(record, "componentValueType") ? RecordWords.Read(record, "componentValueType", name, context, "int", "float", "hex") : otherwise.Component,
        context.OptionalBoolean(record, "alpha") ?? otherwise.HasAlpha,
        ReadValueFormat(record, name, context) ?? otherwise.ValueFormat);

    private static string? ReadValueFormat(JsonObject record, string name, ReadingContext context)
    {
        string? format = context.OptionalText(record, "valueFormat");
        if (format is null or "" || format.IndexOf(Place, StringComparison.Ordinal) >= 0)
        {
            return format == Place ? "" : format;
        }

        context.Report(
            SchemaRules.UnusableKey,
            record.Find("valueFormat")!.Value.Span,
            "valueFormat",
            name,
            $"is '{format}', which has no %1 for the colour to stand in; the colour is sent without it");
        return null;
    }

    private static bool Has(JsonObject record, string key) => record.Find(key) is not null;
}
