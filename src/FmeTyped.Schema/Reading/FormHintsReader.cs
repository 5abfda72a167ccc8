using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads how FME's form asks for a value. What cannot be read is no problem here: other readers report it.</summary>
internal static class FormHintsReader
{
    public static FormHints ReadV3(string type) => GuiType.BaseOf(type) switch
    {
        "RANGE_SLIDER" => new() { HasSlider = true },
        var name when name.StartsWith("TEXT_EDIT", StringComparison.Ordinal) => new() { IsMultiline = true },
        _ => FormHints.None,
    };

    public static FormHints ReadV4(JsonObject record, string type) => type.Trim().ToLowerInvariant() switch
    {
        "text" => new() { IsMultiline = WordOf(record, "editor") is not ("" or "plaintext" or "url") },
        "range" => new() { HasSlider = true },
        "number" => new() { HasSlider = record.Find("showSlider")?.Value is JsonBoolean { Value: true } },
        "tree" => new() { NodeDelimiter = record.Find("nodeDelimiter")?.Value is JsonString { Value: { Length: > 0 } delimiter } ? delimiter : "." },
        "file" => new() { FileFilters = ReadFilters(record) },
        "table" => new() { IsMultiline = true, Columns = TextsOf(Records(record, "columns").Select(column => column.Find("name")?.Value)) },
        _ => FormHints.None,
    };

    // Of all filters together: a form takes what any of them takes.
    private static EquatableArray<string> ReadFilters(JsonObject record)
    {
        EquatableArray<string> patterns = TextsOf(Records(record, "filters").SelectMany(filter => Items(filter, "filter")));
        return patterns.Any(pattern => pattern is "*" or "*.*") ? default : patterns;
    }

    private static IEnumerable<JsonObject> Records(JsonObject record, string key) => Items(record, key).OfType<JsonObject>();

    private static IReadOnlyList<JsonNode> Items(JsonObject record, string key) => record.Find(key)?.Value is JsonArray array ? array.Items : [];

    private static EquatableArray<string> TextsOf(IEnumerable<JsonNode?> nodes) =>
        EquatableArray.From(nodes.OfType<JsonString>().Select(text => text.Value.Trim()).Where(text => text.Length > 0).Distinct().ToList());

    private static string WordOf(JsonObject record, string key) =>
        record.Find(key)?.Value is JsonString text ? text.Value.Trim().ToLowerInvariant() : "";
}
