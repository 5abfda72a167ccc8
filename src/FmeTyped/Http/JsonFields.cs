using System.Globalization;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads members that may be missing, null, or of another type than expected.</summary>
internal static class JsonFields
{
    public static JsonElement? GetObject(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>The items of a page; null if it has none.</summary>
    public static JsonElement[]? GetItems(this JsonElement page) =>
        page.TryGetProperty("items"u8, out JsonElement items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : null;

    public static double? GetNumber(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;

    /// <summary>The texts of an array; null if there is none.</summary>
    public static FmeList<string>? GetTexts(this JsonElement json, ReadOnlySpan<byte> name)
    {
        if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
        }

        return texts.ToFmeList();
    }

    public static string? GetText(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A non-blank text; a blank one counts as missing.</summary>
    public static string? GetNonBlankText(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.GetText(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static Uri? GetUrl(this JsonElement json, ReadOnlySpan<byte> name) =>
        Uri.TryCreate(json.GetNonBlankText(name), UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : null;

    /// <summary>The objects of a list. A single value counts as a list of one, and a missing one as empty. Items that are not objects are left out.</summary>
    public static IEnumerable<JsonElement> GetItems(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out JsonElement value) ? ObjectsOf(value) : [];

    public static long? GetInteger(this JsonElement json, ReadOnlySpan<byte> name)
    {
        if (!json.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out long number) => number,
            JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
            _ => null,
        };
    }

    public static bool? GetFlag(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.ValueKind == JsonValueKind.True
            : null;

    public static TimeSpan? GetMilliseconds(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.GetInteger(name) is >= 0 and < 1L << 49 and { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>A time. The year 1 stands for a time not reached yet, and gives null. A time without a zone is read as UTC.</summary>
    public static DateTimeOffset? GetTime(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.ReadTime() is { UtcDateTime.Year: > 1 } time
            ? time
            : null;

    private static IEnumerable<JsonElement> ObjectsOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            yield return value;
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object)
                {
                    yield return item;
                }
            }
        }
    }

    // The usual form is parsed without a copy. A kind of Local means that the text has a zone, which is kept.
    private static DateTimeOffset? ReadTime(this JsonElement value) =>
        value.TryGetDateTime(out DateTime usual)
            ? usual.Kind != DateTimeKind.Local ? new DateTimeOffset(usual.Ticks, TimeSpan.Zero)
                : value.TryGetDateTimeOffset(out DateTimeOffset zoned) ? zoned : null
            : DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
            : null;
}
