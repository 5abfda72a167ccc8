using System;
using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Reading;

/// <summary>Recognises the responses of FME Flow, v3 or v4, that have workspaces or parameters in them.</summary>
internal static class SavedResponse
{
    private static readonly string[] KeysOfParameters =
        ["defaultValue", "defaultWithheld", "model", "optional", "listOptions", "prompt", "valueType", "required", "choiceSettings"];

    /// <summary>Whether the JSON is a schema file or meant as one. A record of a v4 date has a format, too.</summary>
    public static bool IsSchemaFile(JsonNode root) =>
        root is JsonObject file && (file.Find("workspaces") is not null || file.Find("format")?.Value is JsonNumber);

    /// <summary>The items of a list, or of a page of one; null for anything else.</summary>
    public static JsonArray? FindItems(JsonNode root) => (root is JsonObject page ? page.Find("items")?.Value : root) as JsonArray;

    /// <summary>Whether this is a workspace with its parameters.</summary>
    public static bool IsWorkspace(JsonNode node) =>
        node is JsonObject record && TextOf(record, "name") is { Length: > 0 } && !IsGroup(record) && record.Find("parameters")?.Value is JsonArray;

    /// <summary>Whether this is a workspace as lists have it, without its parameters.</summary>
    public static bool IsSummary(JsonNode node) =>
        node is JsonObject record && record.Find("parameters") is null
        && string.Equals(TextOf(record, "type"), "workspace", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is a parameter. Many responses have a name and a type, including tokens, which must not get into a schema file.</summary>
    public static bool IsParameter(JsonNode node) =>
        node is JsonObject record && !IsSummary(record)
        && (IsGroup(record) || (TextOf(record, "name") is not null && Array.Exists(KeysOfParameters, key => record.Find(key) is not null)));

    /// <summary>What a response is that was saved in place of a schema file; null for what can be a schema file.</summary>
    public static string? Describe(JsonNode root) =>
        IsSchemaFile(root) ? null
        : FindItems(root) is { } items
            ? items.Items.Count == 0 ? null
                : IsParameter(items.Items[0]) ? "the list of a workspace's parameters"
                : items.Items[0] is JsonObject record && record.Find("name") is not null ? "a list of workspaces"
                : null
        : root is not JsonObject response ? null
        : response.Find("parameters")?.Value is JsonArray && !IsGroup(response) ? "a workspace"
        : IsParameter(response) ? "a parameter"
        : TextOf(response, "message") is { } message ? $"an error ({message.TrimEnd('.')})"
        : null;

    private static bool IsGroup(JsonObject record) => string.Equals(TextOf(record, "type")?.Trim(), "group", StringComparison.OrdinalIgnoreCase);

    private static string? TextOf(JsonObject record, string key) => (record.Find(key)?.Value as JsonString)?.Value;
}
