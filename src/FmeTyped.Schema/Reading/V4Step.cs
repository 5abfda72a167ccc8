using System.Globalization;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>The step of a REST v4 number, <c>multipleOf</c>: a whole number for 1 or 5, two decimal places for 0.01, a multiple of 0.25.</summary>
internal static class V4Step
{
    /// <summary>Whether only whole numbers are multiples of the step.</summary>
    public static bool IsWhole(JsonObject record) => StepOf(record) is { } step && step % 1 == 0;

    /// <summary>The limits with what the step says.</summary>
    public static NumberLimits Apply(NumberLimits limits, JsonObject record, string name, ReadingContext context)
    {
        if (StepOf(record) is { } step)
        {
            return step == 1 ? limits
                : DecimalPlacesOf(step) is { } places ? limits with { DecimalPlaces = places }
                : limits with { Step = step };
        }

        if (record.Find("multipleOf")?.Value is { } node and not (JsonNull or JsonString { Value.Length: 0 }))
        {
            context.Report(SchemaRules.UnusableKey, node.Span, "multipleOf", name, $"is {Written(node)}, which is no step; any number is taken");
        }

        return limits;
    }

    private static decimal? StepOf(JsonObject record)
    {
        string? text = record.Find("multipleOf")?.Value switch
        {
            JsonNumber number => number.Text,
            JsonString written => written.Value,
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal step) && step > 0 ? step : null;
    }

    // Of 0.1, 0.01 and so on.
    private static int? DecimalPlacesOf(decimal step)
    {
        int places = 0;
        while (step < 1)
        {
            step *= 10;
            places++;
        }

        return places > 0 && step == 1 ? places : null;
    }

    private static string Written(JsonNode node) => node is JsonString text ? $"'{text.Value}'" : ReadingContext.Describe(node);
}
