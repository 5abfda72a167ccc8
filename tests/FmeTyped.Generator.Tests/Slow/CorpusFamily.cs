using System.Text.Json.Nodes;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>What was read from the files of one kind.</summary>
internal sealed record CorpusFamily(string Name, int Files, IReadOnlyList<Workspace> Workspaces, IReadOnlyList<SchemaProblem> Problems)
{
    public static IReadOnlyList<CorpusFamily> All() =>
    [
        Rest("RestV3", Directory.GetFiles(Corpus.PathOf("rest", "v3"), "parameter*.json")),
        Rest("RestV4", Directory.GetFiles(Corpus.PathOf("rest", "v4"), "form-definition-*.json")),
        WorkspaceFiles("Fmw", Directory.GetFiles(Corpus.PathOf("fmw"), "*.fmw")),
    ];

    // Answers as they came, each in a schema file of its own.
    private static CorpusFamily Rest(string name, string[] files)
    {
        SchemaFile[] read = [.. files.Order(StringComparer.Ordinal).Select(file => SchemaFileReader.Read(SchemaOf(name, file)))];
        return new(name, files.Length, [.. read.SelectMany(file => file.Workspaces)], [.. read.SelectMany(file => file.Problems)]);
    }

    private static CorpusFamily WorkspaceFiles(string name, string[] files)
    {
        FmwFile[] read = [.. files.Order(StringComparer.Ordinal).Select(file => FmwReader.Read(File.ReadAllBytes(file), name, Path.GetFileName(file)))];
        return new(name, files.Length, [.. read.Select(file => file.Workspace).OfType<Workspace>()], [.. read.SelectMany(file => file.Problems)]);
    }

    private static string SchemaOf(string repository, string file)
    {
        var workspace = new JsonObject
        {
            ["repository"] = repository,
            ["workspace"] = Path.GetFileNameWithoutExtension(file) + ".fmw",
            ["parameters"] = JsonNode.Parse(File.ReadAllText(file)),
        };
        return new JsonObject { ["format"] = 1, ["workspaces"] = new JsonArray(workspace) }.ToJsonString();
    }
}
