using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Reading;

/// <summary>Recognises a response of FME Flow that was saved in place of a schema file.</summary>
internal static class SavedResponse
{
    /// <summary>What the JSON is of; null where it can be a schema file.</summary>
    public static string? Describe(JsonNode root) => root switch
    {
        JsonObject file when file.Find("format") is not null || file.Find("workspaces") is not null => null,
        JsonObject page when page.Find("items")?.Value is JsonArray items => DescribeItems(items),
        JsonObject workspace when workspace.Find("parameters")?.Value is JsonArray => "a workspace",
        JsonObject parameter when IsParameter(parameter) => "a parameter",
        JsonObject error when error.Find("message")?.Value is JsonString message => $"an error ({message.Value.TrimEnd('.')})",
        JsonArray items => DescribeItems(items),
        _ => null,
    };

    private static string? DescribeItems(JsonArray items) =>
        items.Items.Count == 0 ? null
        : items.Items[0] is JsonObject parameter && IsParameter(parameter) ? "the list of a workspace's parameters"
        : items.Items[0] is JsonObject workspace && workspace.Find("name") is not null ? "a list of workspaces"
        : null;

    private static bool IsParameter(JsonObject record) =>
        record.Find("name")?.Value is JsonString
        && record.Find("type")?.Value is JsonString { Value: not "WORKSPACE" and not "workspace" }
        && (record.Find("defaultValue") ?? record.Find("model") ?? record.Find("prompt") ?? record.Find("optional") ?? record.Find("required")) is not null;
}
