using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes members, and omits those that are null.</summary>
internal static class JsonMembers
{
    public static void WriteIfSet(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>A duration in whole seconds, rounded up, because the server accepts nothing finer.</summary>
    public static void WriteIfSet(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan? time)
    {
        if (time is { } limit)
        {
            json.WriteNumber(name, (long)Math.Ceiling(limit.TotalSeconds));
        }
    }

    public static void WriteIfSet(this Utf8JsonWriter json, ReadOnlySpan<byte> name, FmeList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
