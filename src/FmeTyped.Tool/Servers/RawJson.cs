using System.Text.Json;

namespace FmeTyped.Tool.Servers;

/// <summary>Reads JSON of unknown shape.</summary>
internal static class RawJson
{
    /// <summary>A member by its path; null if it is missing or null.</summary>
    public static JsonElement? FindMember(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json.ValueKind == JsonValueKind.Null ? null : json;
    }

    public static string? TextOf(this JsonElement json, string name) =>
        json.FindMember(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long? NumberOf(this JsonElement json, string name) =>
        json.FindMember(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long value) ? value : null;
}
