using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads how a geometry is written, and which kinds of geometry a parameter takes.</summary>
internal static class GeometryReader
{
    /// <summary>The encoding of FME's JSON parameters where a record names none.</summary>
    public const string DefaultEncoding = "geoJSON";

    private static readonly string[] Encodings = [DefaultEncoding, "fmeXML"];

    private static readonly string[] Types = ["point", "line", "polygon", "box"];

    public static string ReadEncoding(JsonObject record, string name, ReadingContext context)
    {
        string written = context.Text(record, "geometryEncoding").Trim();
        if (written.Length == 0)
        {
            return DefaultEncoding;
        }

        if (FindWord(Encodings, written) is { } known)
        {
            return known;
        }

        context.Tell(record, name, "geometryEncoding", $"is '{written}', which FME's pages do not name; a text is sent as it is and not checked");
        return written;
    }

    /// <summary>The kinds; empty for all, which is also what <c>unspecified</c> means.</summary>
    public static EquatableArray<string> ReadTypes(JsonObject record, string name, ReadingContext context)
    {
        var types = new List<string>();
        foreach (JsonNode item in context.Items(record, "supportedTypes"))
        {
            string? written = (item as JsonString)?.Value.Trim();
            if (string.Equals(written, "unspecified", StringComparison.OrdinalIgnoreCase))
            {
                return default;
            }

            if (written is null || FindWord(Types, written) is not { } type)
            {
                string found = written is null ? ReadingContext.Describe(item) : $"'{written}'";
                context.Tell(record, name, "supportedTypes", $"holds {found}, which FME's pages do not name; the kind of a geometry is not checked");
                return default;
            }

            if (!types.Contains(type))
            {
                types.Add(type);
            }
        }

        return EquatableArray.From(types);
    }

    private static string? FindWord(string[] words, string written) =>
        Array.Find(words, word => string.Equals(word, written, StringComparison.OrdinalIgnoreCase));
}
