using System.Text.Json;
using System.Text.Json.Nodes;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>Damages schema files: their values, which are still JSON then, and their texts.</summary>
internal static class SchemaDamage
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "12345678901234567890123",
        "\"\"", "\" \"", "\"x\"", "\"int\"", "\"global::int\"", "\"\uFFFD\"", "[]", "{}", "[null]", "[[[]]]", "[1, \"a\", null, {}]", "{\"a\": 1}",
        "{\"name\": 1}", "{\"value\": \"x\"}", "{\"if\": []}",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", "\\", ",", ":", "{}", "[]", ", {}", "null", "// x", "\uFEFF", "\u00A0", "\n", "\r", "\r\n", "\t", "\u0085",
        "\u2028", "\u2029",
        "x", "1", "\\\"", "\\\\", "\\u0041", "\uD83D",
    ];

    /// <summary>A file in which some values are of another type, missing, moved or there twice.</summary>
    public static string OfValues(string schema, Random random)
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        JsonNode root = JsonNode.Parse(schema)!;
        for (int damages = random.Next(1, 6); damages > 0; damages--)
        {
            DamageOne(root, random);
        }

        // Half a character, which JSON can escape, and .NET's writer would not.
        return root.ToJsonString(options).Replace("\"\\uFFFD\"", "\"\\ud83d\"", StringComparison.Ordinal);
    }

    /// <summary>A file with a few characters more, fewer or others somewhere.</summary>
    public static string OfText(string schema, Random random)
    {
        int start = random.Next(schema.Length + 1);
        int length = random.Next(3) == 0 ? random.Next(Math.Min(schema.Length - start, 40) + 1) : 0;
        string piece = random.Next(4) == 0 ? "" : Pieces[random.Next(Pieces.Length)];
        return string.Concat(schema.AsSpan(0, start), piece, schema.AsSpan(start + length));
    }

    private static void DamageOne(JsonNode root, Random random)
    {
        JsonNode[] all = [.. Below(root)];
        JsonNode node = all[random.Next(all.Length)];
        switch (node)
        {
            case JsonObject { Count: > 0 } record:
                string name = record.ElementAt(random.Next(record.Count)).Key;
                JsonNode? value = record[name];
                record.Remove(name);
                switch (random.Next(5))
                {
                    case 0: break;
                    case 1: record[name.ToUpperInvariant() + "x"] = value; break;
                    default: record[name] = Any(random); break;
                }

                break;
            case JsonArray { Count: > 0 } list:
                int index = random.Next(list.Count);
                switch (random.Next(4))
                {
                    case 0: list.RemoveAt(index); break;
                    case 1: list.Add(list[index]?.DeepClone()); break;
                    default: list[index] = Any(random); break;
                }

                break;
        }
    }

    private static JsonNode? Any(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject record => record.Where(member => member.Value is not null).SelectMany(member => Below(member.Value!)).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Below).Prepend(node),
        _ => [],
    };
}
