using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Reads a response with a status for each item (207). The vendor does not document its format, so an item that is not clearly a success is treated as a
/// failure: A073.
/// </summary>
internal static class ItemStatuses
{
    /// <summary>What the response says about a failed item; null if all items clearly succeeded.</summary>
    public static string? FindFailure(ServerResponse response)
    {
        bool isEmpty = true;
        if (response.TryReadJson(out _) is { } root)
        {
            foreach (JsonElement item in ItemsOf(root))
            {
                if (!IsSuccess(item))
                {
                    return Describe(item);
                }

                isEmpty = false;
            }
        }

        return isEmpty ? response.Text : null;
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray(),
        JsonValueKind.Object => FindList(root) is { } list ? list.EnumerateArray() : [root],
        _ => [],
    };

    private static JsonElement? FindList(JsonElement root)
    {
        foreach (JsonProperty member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                return member.Value;
            }
        }

        return null;
    }

    private static bool IsSuccess(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && (item.TryGetProperty("status", out JsonElement status)
            || item.TryGetProperty("statusCode", out status)
            || item.TryGetProperty("success", out status))
        && status.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.Number => status.TryGetInt32(out int code) && code is >= 200 and < 300,
            JsonValueKind.String => status.GetString()!.ToUpperInvariant() is "SUCCESS" or "OK" or "CREATED" or "200" or "201",
            _ => false,
        };

    private static string Describe(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return item.ToString();
        }

        string? name = item.GetNonBlankText("name"u8) ?? item.GetNonBlankText("fileName"u8) ?? item.GetNonBlankText("item"u8)
            ?? item.GetNonBlankText("file"u8) ?? item.GetNonBlankText("path"u8);
        string? why = item.GetNonBlankText("message"u8) ?? item.GetNonBlankText("error"u8) ?? item.GetNonBlankText("statusMessage"u8)
            ?? item.GetNonBlankText("reason"u8);
        return (name, why) switch
        {
            (null, null) => item.ToString(),
            (_, null) => $"{name}: {item}",
            (null, _) => why,
            _ => $"{name}: {why}",
        };
    }
}
