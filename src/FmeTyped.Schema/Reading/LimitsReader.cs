using System.Globalization;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads the limits of a number, whose keys v3 and v4 records have in common.</summary>
internal static class LimitsReader
{
    public static NumberLimits Read(JsonObject record, string name, ReadingContext context)
    {
        var limits = new NumberLimits
        {
            Minimum = ReadNumber(record, "minimum", context),
            Maximum = ReadNumber(record, "maximum", context),
            MinimumIsExclusive = context.OptionalBoolean(record, "minimumExclusive") ?? false,
            MaximumIsExclusive = context.OptionalBoolean(record, "maximumExclusive") ?? false,
        };
        if (limits.IsContradictory)
        {
            context.Report(
                SchemaRules.ContradictoryLimits,
                record.Find("maximum")!.Value.Span,
                name,
                limits.Minimum!.Value.ToString(CultureInfo.InvariantCulture),
                limits.Maximum!.Value.ToString(CultureInfo.InvariantCulture));
            return NumberLimits.None;
        }

        return limits;
    }

    private static double? ReadNumber(JsonObject record, string key, ReadingContext context)
    {
        JsonNode? node = record.Find(key)?.Value;
        string? text = node switch
        {
            JsonNumber number => number.Text,
            JsonString written => written.Value,
            _ => null,
        };
        if (node is null or JsonNull or JsonString { Value.Length: 0 })
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value) && !double.IsNaN(value))
        {
            return value;
        }

        context.Report(SchemaRules.WrongValue, node.Span, key, "a number", ReadingContext.Describe(node));
        return null;
    }
}
