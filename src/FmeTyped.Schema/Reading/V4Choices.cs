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
    private static JsonNode? FindItems(JsonObject record, string type) =>
        record.Find("choiceSettings")?.Value is not JsonObject settings ? record.Find("choices")?.Value
        : settings.Find("choiceSet")?.Value is not JsonString { Value: not "userDefined" and var choiceSet } ? settings.Find("choices")?.Value
        : choiceSet == "encodings" && V4Type.IsText(type) ? settings.Find("choices")?.Value
        : null;

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

    private static EquatableArray<Choice> Pair(string yes, string no) => EquatableArray.Of(new Choice(yes, yes), new Choice(no, no));
}
