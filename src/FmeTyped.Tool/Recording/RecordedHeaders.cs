using System.Text.Json;
using FmeTyped.Tool.Masking;

namespace FmeTyped.Tool.Recording;

/// <summary>Writes headers, those with several values as a list.</summary>
internal static class RecordedHeaders
{
    public static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> headers, HeaderMask mask)
    {
        json.WriteStartObject(RecordedNames.Headers);
        foreach (IGrouping<string, KeyValuePair<string, string>> same in headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            string[] values = [.. same.Select(header => mask.Mask(header.Key, header.Value))];
            if (values is [var one])
            {
                json.WriteString(same.Key, one);
                continue;
            }

            json.WriteStartArray(same.Key);
            foreach (string value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
