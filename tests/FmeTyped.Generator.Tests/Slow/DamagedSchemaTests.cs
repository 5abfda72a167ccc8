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

    // A new project's file may be so, and gives no types. Null is none, as in the published JSON Schema.
    private static bool HasNoWorkspace(string schema) =>
        JsonNode.Parse(schema) is JsonObject file && file.TryGetPropertyValue("workspaces", out JsonNode? workspaces)
            && workspaces is null or JsonArray { Count: 0 };

    private static string Damage(string schema, Random random)
    {
        string text = SchemaDamage.OfValues(schema, random);
        return random.Next(20) == 0 ? text[..random.Next(text.Length)] : text;
    }
}
