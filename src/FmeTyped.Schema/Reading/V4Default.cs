using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads the default of a REST v4 record. A list may be one text, as FME writes lists, and <c>valueType</c> says whether texts
/// are in FME's encoding.
/// </summary>
internal static class V4Default
{
    public static ParameterDefault? Read(JsonObject record, ParameterKind kind, bool isList, ReadingContext context)
    {
        if (DefaultReader.Read(record, isList, context) is not { } found)
        {
            return null;
        }

        // Split before decoding: an encoded item holds neither blanks nor quotes.
        List<string> items = isList && record.Find("defaultValue")?.Value is JsonString { Value.Length: > 0 } text
            ? Split(text.Value, kind)
            : [.. found.Items];
        if (record.Find("valueType")?.Value is JsonString { Value: "stringEncoded" or "stringEncodedParts" })
        {
            for (int i = 0; i < items.Count; i++)
            {
                items[i] = FmeText.Decode(items[i]);
            }
        }

        return found with { Items = EquatableArray.From(items) };
    }

    private static List<string> Split(string text, ParameterKind kind) =>
        kind is ParameterKind.File or ParameterKind.Folder ? FmeText.SplitPaths(text) : FmeText.SplitList(text);
}
