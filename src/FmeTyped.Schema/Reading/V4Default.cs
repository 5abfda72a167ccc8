using System;
using System.Collections.Generic;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads the default of a REST v4 record. A list may be one text, as FME writes lists or with a delimiter of its own, <c>valueType</c> says whether texts
/// are in FME's encoding, and a checkbox may have true or false for its two texts.
/// </summary>
internal static class V4Default
{
    public static ParameterDefault? Read(JsonObject record, string type, ParameterKind kind, bool isList, EquatableArray<Choice> choices)
    {
        if (DefaultReader.Read(record, isList) is not { } found)
        {
            return null;
        }

        if (kind == ParameterKind.Boolean && V4Type.IsCheckbox(type) && record.Find("defaultValue")?.Value is JsonBoolean isChecked)
        {
            return ParameterDefault.Text(choices[0].IsYes == isChecked.Value ? choices[0].Value : choices[1].Value);
        }

        // Split before decoding: an encoded item holds neither blanks nor quotes.
        List<string> items = isList && record.Find("defaultValue")?.Value is JsonString { Value.Length: > 0 } text
            ? Split(text.Value, record, kind)
            : [.. found.Items];
        if (IsEncoded(record))
        {
            for (int i = 0; i < items.Count; i++)
            {
                items[i] = EncodedText.Decode(items[i]);
            }
        }

        return found with { Items = EquatableArray.From(items) };
    }

    // string_encoded is what old records say.
    private static bool IsEncoded(JsonObject record) =>
        record.Find("valueType")?.Value is JsonString { Value: "stringEncoded" or "stringEncodedParts" or "string_encoded" };

    private static List<string> Split(string text, JsonObject record, ParameterKind kind) =>
        kind is ParameterKind.File or ParameterKind.Folder ? FmeListText.SplitPaths(text)
        : record.Find("delimiter")?.Value is JsonString { Value: { } delimiter } && delimiter.Trim().Length > 0 ? SplitAt(delimiter, text)
        : FmeListText.SplitList(text);

    private static List<string> SplitAt(string delimiter, string text)
    {
        var items = new List<string>();
        foreach (string item in text.Split([delimiter], StringSplitOptions.RemoveEmptyEntries))
        {
            items.Add(item);
        }

        return items;
    }
}
