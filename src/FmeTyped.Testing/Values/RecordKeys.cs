using System.Globalization;
using System.Text.Json;

namespace FmeTyped.Testing;

/// <summary>Reads the keys of parameter records. A value of another JSON type counts as missing.</summary>
internal static class RecordKeys
{
    public static JsonElement? Find(this JsonElement record, string key) => record.TryGetProperty(key, out JsonElement value) ? value : null;

    public static string? Text(this JsonElement record, string key) =>
        record.Find(key) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A word of the specification, in lower case: servers of different years spell some differently.</summary>
    public static string Word(this JsonElement record, string key, string byDefault) =>
        record.Text(key) is { } text ? text.Trim().ToLowerInvariant() : byDefault;

    public static bool IsSet(this JsonElement record, string key, bool byDefault = false) => record.Find(key)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => byDefault,
    };

    public static double? Number(this JsonElement record, string key) => record.Find(key) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text =>
            double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed : null,
        _ => null,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement record, string key) =>
        record.Find(key) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>A value as text: choices may be texts, numbers or booleans.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
