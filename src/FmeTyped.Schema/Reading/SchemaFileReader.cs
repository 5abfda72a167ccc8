using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads a schema file (workspaces.json). An unreadable workspace does not prevent the others from being read.</summary>
internal static class SchemaFileReader
{
    private const string Format = "1";

    public static SchemaFile Read(string text) => Read(text.ToCharArray());

    public static SchemaFile Read(char[] text) => Read(text, JsonReader.Read(text));

    /// <summary>Reads a schema file whose JSON was read before.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="json">The JSON that was read from it.</param>
    public static SchemaFile Read(char[] text, JsonReadResult json)
    {
        var context = new ReadingContext();
        foreach (JsonError error in json.Errors)
        {
            context.Report(SchemaRules.UnreadableJson, error.Span, error.Message);
        }

        var workspaces = new List<Workspace>();
        var places = new List<TextSpan>();

        // What follows a syntax error may have been read into the wrong place, and advice on it would mislead.
        if (json.Errors.Count > 0)
        {
            return new SchemaFile(default, default, context.Problems);
        }

        if (SavedResponse.Describe(json.Root!) is { } response)
        {
            context.Report(SchemaRules.ServerAnswer, new TextSpan(json.Root!.Span.Start, 1), response);
        }
        else if (context.Object(json.Root, "the schema file") is { } root && HasKnownFormat(root, context))
        {
            ReadWorkspaces(root, text, context, workspaces, places);
        }

        return new SchemaFile(EquatableArray.From(workspaces), EquatableArray.From(places), context.Problems);
    }

    /// <summary>Whether a file is a schema file in which nothing but the content of its workspaces can be wrong.</summary>
    /// <param name="json">The file, with or without the members of its workspaces.</param>
    /// <param name="workspaces">How many there are.</param>
    public static bool IsSound(JsonReadResult json, int workspaces)
    {
        if (json.Errors.Count > 0 || json.Root is not JsonObject root || root.Find("format")?.Value is not JsonNumber { Text: Format }
            || root.Find("workspaces")?.Value is not JsonArray { Items: var items } || items.Count != workspaces)
        {
            return false;
        }

        foreach (JsonNode item in items)
        {
            if (item is not JsonObject)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasKnownFormat(JsonObject root, ReadingContext context)
    {
        JsonNode? format = context.Required(root, "format", "The schema file", "; this version of FmeTyped writes \"format\": 1");
        switch (format)
        {
            case null:
                return false;
            case JsonNumber { Text: Format }:
                return true;
            case JsonNumber number:
                context.Report(SchemaRules.UnsupportedFormat, number.Span, number.Text);
                return false;
            default:
                context.Report(SchemaRules.WrongValue, format.Span, "format", "the number 1, without quotes", ReadingContext.Describe(format));

                // The layout is clear, so the file's other problems are reported, too.
                return format is JsonString { Value: Format };
        }
    }

    private static void ReadWorkspaces(
        JsonObject root, char[] text, ReadingContext context, List<Workspace> workspaces, List<TextSpan> places)
    {
        var seen = new Dictionary<(string Repository, string Name), TextSpan>();
        foreach (JsonNode item in context.Items(context.Required(root, "workspaces", "The schema file"), "workspaces"))
        {
            if (context.Object(item, "a workspace") is not { } record || WorkspaceReader.Read(record, context) is not { } workspace)
            {
                continue;
            }

            TextSpan place = record.Find("workspace")!.Value.Span;
            if (seen.TryGetValue((workspace.Repository, workspace.Name), out TextSpan first))
            {
                context.Report(
                    SchemaRules.DuplicateWorkspace, place, $"{workspace.Repository}/{workspace.Name}", $"line {TextLines.LineOf(text, first.Start)}");
                continue;
            }

            seen.Add((workspace.Repository, workspace.Name), place);
            workspaces.Add(workspace);
            places.Add(place);
        }
    }
}
