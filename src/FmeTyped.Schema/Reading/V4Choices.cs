using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads the choices that the author of a workspace wrote down: in <c>choiceSettings</c>, or in the record itself as FME 2021 has them.</summary>
internal static class V4Choices
{
    public static EquatableArray<Choice> Read(JsonObject record, string type, string name, ReadingContext context)
    {
        IReadOnlyList<JsonNode> items = context.Items(FindItems(record, type), "choices");
        EquatableArray<Choice> choices = ChoicesReader.Read(items, "display", name, context, V4Type.IsDropdown(type));
        return choices.Count == 0 && V4Type.IsCheckbox(type) ? ReadCheckbox(record, name, context)
            : V4Type.IsTree(type) ? TreeChoices.Read(record, choices, name, context)
            : choices;
    }

    // Choices beside another choice set only add to those that the server finds when it runs. They are suggestions where any text may
    // be given: encodings, which v3 calls STRING_OR_LOOKUP_CHOICE.
    private static JsonNode? FindItems(JsonObject record, string type)
    {
        if (record.Find("choiceSettings")?.Value is not JsonObject settings)
        {
            return record.Find("choices")?.Value;
        }

        return (settings.Find("choiceSet")?.Value as JsonString)?.Value switch
        {
            null or "userDefined" => settings.Find("choices")?.Value,
            "encodings" when V4Type.IsText(type) => settings.Find("choices")?.Value,
            _ => null,
        };
    }

    /// <summary>The two texts of a checkbox; none, with a word on it, where they are the same.</summary>
    private static EquatableArray<Choice> ReadCheckbox(JsonObject record, string name, ReadingContext context)
    {
        // YES and NO are the vendor's defaults, also beside a default that spells them otherwise: A020.
        EquatableArray<Choice> pair = YesNo.Pair(ReadText(record, "checkedValue", context) ?? "YES", ReadText(record, "uncheckedValue", context) ?? "NO");
        if (pair[0].Value != pair[1].Value)
        {
            return pair;
        }

        JsonNode node = (record.Find("checkedValue") ?? record.Find("uncheckedValue"))!.Value;
        context.Report(
            SchemaRules.UnusableKey, node.Span, "checkedValue", name, $"is '{pair[0].Value}', and so is \"uncheckedValue\"; it is generated as text");
        return default;
    }

    private static string? ReadText(JsonObject record, string key, ReadingContext context) => record.Find(key)?.Value switch
    {
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => context.OptionalText(record, key),
    };
}
