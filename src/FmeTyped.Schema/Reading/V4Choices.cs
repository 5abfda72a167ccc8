using System;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads the choices that the author of a workspace wrote down: in <c>choiceSettings</c>, or in the record itself as FME 2021 has them.</summary>
internal static class V4Choices
{
    public static EquatableArray<Choice> Read(JsonObject record, string type, string name, ReadingContext context)
    {
        EquatableArray<Choice> choices = ChoicesReader.Read(context.Items(FindItems(record, type), "choices"), "display", name, context);
        return choices.Count == 0 && V4Type.IsCheckbox(type) ? YesNoAs(record) : choices;
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

    /// <summary>The two values of a checkbox that lists none: spelled as its default is, else as JSON spells them.</summary>
    private static EquatableArray<Choice> YesNoAs(JsonObject record)
    {
        string spelling = record.Find("defaultValue")?.Value is JsonString text ? text.Value : "";
        foreach ((string yes, string no) in Spellings)
        {
            if (string.Equals(spelling, yes, StringComparison.Ordinal) || string.Equals(spelling, no, StringComparison.Ordinal))
            {
                return Pair(yes, no);
            }
        }

        return Pair("true", "false");
    }

    private static readonly (string Yes, string No)[] Spellings = [("Yes", "No"), ("YES", "NO"), ("yes", "no"), ("True", "False"), ("TRUE", "FALSE")];

    private static EquatableArray<Choice> Pair(string yes, string no) => EquatableArray.From(new Choice(yes, yes), new Choice(no, no));
}
