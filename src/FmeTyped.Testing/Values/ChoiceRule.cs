using System.Text.Json;

namespace FmeTyped.Testing;

/// <summary>The values that a parameter can have, if its record lists them all.</summary>
internal static class ChoiceRule
{
    /// <summary>"A choice with value ----- is a separator": the page on dropdowns.</summary>
    private const string Separator = "-----";

    public static string? FindProblem(SpecifiedParameter parameter, string text)
    {
        List<string> choices = Find(parameter);
        return choices.Count == 0 || choices.Contains(text)
            ? null
            : $"'{text}' is none of its options: {string.Join(", ", choices.Select(choice => $"'{choice}'"))}.";
    }

    /// <summary>Whether a value is listed as a choice.</summary>
    public static bool Allow(SpecifiedParameter parameter, string text) => !parameter.TakesList && Find(parameter).Contains(text);

    /// <summary>Whether a value differs from a choice only in case.</summary>
    public static bool DiffersInCase(SpecifiedParameter parameter, string text)
    {
        List<string> choices = Find(parameter);
        return !choices.Contains(text) && choices.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    // Choices of a text are suggestions.
    private static List<string> Find(SpecifiedParameter parameter) => parameter.Type switch
    {
        "dropdown" or "listbox" => [.. Listed(parameter.Record)],
        "tree" => [.. Nodes(parameter.Record)],
        "checkbox" when Listed(parameter.Record).Any() => [.. Listed(parameter.Record)],
        "checkbox" => 
        [
            parameter.Record.Find("checkedValue")?.AsText() ?? "YES",
            parameter.Record.Find("uncheckedValue")?.AsText() ?? "NO",
        ],
        _ => [],
    };

    // Only the author's own choices are complete; other sets are known only when the workspace runs.
    private static IEnumerable<string> Listed(JsonElement record)
    {
        JsonElement owner = record.Find("choiceSettings") is { ValueKind: JsonValueKind.Object } settings ? settings : record;
        return owner.Word("choiceSet", "userdefined") != "userdefined"
            ? []
            : owner.Items("choices").Select(choice => choice.ValueKind == JsonValueKind.Object ? choice.Find("value")?.AsText() : choice.AsText())
                .OfType<string>()
                .Where(value => value != Separator);
    }

    /// <summary>The choices of a tree: with <c>showParentsAsLeaves</c>, their parent nodes too.</summary>
    private static IEnumerable<string> Nodes(JsonElement record)
    {
        IEnumerable<string> leaves = Listed(record);
        if (!record.IsSet("showParentsAsLeaves"))
        {
            return leaves;
        }

        string delimiter = record.Text("nodeDelimiter") is { Length: > 0 } text ? text : ".";
        return leaves.SelectMany(leaf => Parents(leaf, delimiter).Append(leaf)).Distinct();
    }

    private static IEnumerable<string> Parents(string leaf, string delimiter)
    {
        string[] nodes = leaf.Split(delimiter);
        return Enumerable.Range(1, nodes.Length - 1).Select(count => string.Join(delimiter, nodes.Take(count)));
    }
}
