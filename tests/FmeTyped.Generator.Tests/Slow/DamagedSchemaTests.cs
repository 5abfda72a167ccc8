using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>
/// Schema files whose values are of any JSON type: what is generated compiles, and what is refused has a diagnostic with its place in the file.
/// </summary>
[Trait("Suite", "fuzz")]
public class DamagedSchemaTests
{
    private const int WorkspacesOfAProject = 4;

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "12345678901234567890123",
        "\"\"", "\" \"", "\"x\"", "\"int\"", "\"global::int\"", "\"\uFFFD\"", "[]", "{}", "[null]", "[[[]]]", "[1, \"a\", null, {}]", "{\"a\": 1}",
        "{\"name\": 1}", "{\"value\": \"x\"}", "{\"if\": []}",
    ];

    [Fact]
    public void A_damaged_schema_compiles_or_is_refused_with_its_place() =>
        Gen.Select(SchemaGen.Workspaces(WorkspacesOfAProject), Gen.Int).Sample(
            (workspaces, seed) => Check(Damage(Sample.From(workspaces), new Random(seed))),
            iter: SchemaGen.Count / WorkspacesOfAProject,
            threads: 1,
            print: input => Damage(Sample.From(input.Item1), new Random(input.Item2)));

    private static void Check(string schema)
    {
        GeneratorRun run = GeneratorRun.From(schema);

        Assert.All(run.Diagnostics, diagnostic =>
        {
            Assert.StartsWith("FME", diagnostic.Id, StringComparison.Ordinal);
            Assert.Equal("workspaces.json", diagnostic.Location.GetLineSpan().Path);
            Assert.InRange(diagnostic.Location.GetLineSpan().StartLinePosition.Line, 0, schema.Count(c => c == '\n'));
        });
        bool isRefused = run.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(run.Sources.Count > 0 || isRefused || HasNoWorkspace(schema), "Nothing was generated, and nothing was said.");
    }

    // A new project's file may be so, and gives no types.
    private static bool HasNoWorkspace(string schema) => JsonNode.Parse(schema)?["workspaces"] is JsonArray { Count: 0 };

    private static string Damage(string schema, Random random)
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        JsonNode root = JsonNode.Parse(schema)!;
        for (int damages = random.Next(1, 6); damages > 0; damages--)
        {
            DamageOne(root, random);
        }

        // Half a character, which JSON can escape, and .NET's writer would not.
        string text = root.ToJsonString(options).Replace("\"\\uFFFD\"", "\"\\ud83d\"", StringComparison.Ordinal);
        return random.Next(20) == 0 ? text[..random.Next(text.Length)] : text;
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
