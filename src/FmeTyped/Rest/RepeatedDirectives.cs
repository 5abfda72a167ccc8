using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the directives that a job's record repeats. The server adds some of its own.</summary>
internal static class RepeatedDirectives
{
    /// <summary>The directives of version 3, an array of <c>{name, value}</c>; none where it is missing, as in a record without any.</summary>
    public static IReadOnlyDictionary<string, string> ReadArray(JsonElement notifications)
    {
        var directives = new Dictionary<string, string>(StringComparer.Ordinal);
        if (notifications.TryGetProperty("directives", out JsonElement array) && array.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement entry in array.EnumerateArray())
            {
                if (entry.ValueKind == JsonValueKind.Object && entry.GetText("name"u8) is { } name)
                {
                    directives[name] = entry.GetText("value"u8) ?? "";
                }
            }
        }

        return directives;
    }

    /// <summary>The directives of version 4, an object; null where there is none.</summary>
    public static IReadOnlyDictionary<string, string>? ReadMap(JsonElement record)
    {
        if (record.GetObject("directives"u8) is not { } map)
        {
            return null;
        }

        var directives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty entry in map.EnumerateObject())
        {
            directives[entry.Name] = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText();
        }

        return directives;
    }
}
