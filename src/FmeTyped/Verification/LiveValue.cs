using System.Text.Json;

namespace FmeTyped;

/// <summary>Parts that records of both versions have alike.</summary>
internal static class LiveValue
{
    /// <summary>Whether there is a default, which a blank one is not.</summary>
    public static bool HasDefault(JsonElement record) => record.TryGetProperty("defaultValue", out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0 && value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString()!.Length > 0),
        JsonValueKind.Null => false,
        _ => true,
    };

    /// <summary>Whether the default is a list.</summary>
    public static bool HasListDefault(JsonElement record) =>
        record.TryGetProperty("defaultValue", out JsonElement value) && value.ValueKind == JsonValueKind.Array;

    /// <summary>The values of a list of options.</summary>
    public static IReadOnlyList<string> Options(JsonElement owner, string member)
    {
        if (!owner.TryGetProperty(member, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var values = new List<string>();
        foreach (JsonElement option in list.EnumerateArray())
        {
            if (option.ValueKind == JsonValueKind.Object && option.TryGetProperty("value", out JsonElement value) && TextOf(value) is { } text)
            {
                values.Add(text);
            }
        }

        return values;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
