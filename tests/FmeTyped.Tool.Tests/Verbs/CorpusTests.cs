using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary>What Workbench wrote and servers answered, through the tool.</summary>
public sealed class CorpusTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    [CorpusFact]
    public async Task All_workspace_files_are_imported_in_one_call_and_compile_as_the_generator_makes_them()
    {
        string[] files = Directory.GetFiles(Corpus.PathOf("fmw"), "*.fmw");

        ToolResult import = (await _folder.RunAsync("import", Corpus.PathOf("fmw", "*.fmw"), "--repository", "Corpus")).MustEndWith(1);

        // What is encrypted or no workspace at all is named as such.
        string[] errors = import.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.All(errors, error => Assert.Contains(": FME0014: ", error, StringComparison.Ordinal));
        EquatableArray<Workspace> workspaces = SchemaFileReader.Read(_folder.Read("workspaces.json")).Workspaces;
        Assert.Equal(files.Length, workspaces.Count + errors.Length);
        Assert.All(workspaces, AssertSame);
        await AssertEmitsWhatTheGeneratorMakes();
    }

    [CorpusFact]
    public async Task Answers_of_both_versions_are_imported_and_compile_as_the_generator_makes_them()
    {
        (await _folder.RunAsync(
            "import",
            Corpus.PathOf("rest", "v3", "parameter*.json"),
            Corpus.PathOf("rest", "v3", "workspace-detail-single.json"),
            Corpus.PathOf("rest", "v4", "form-definition-*.json"),
            "--repository",
            "Corpus")).MustEndWith(0);
        string first = _folder.Read("workspaces.json");

        // The same workspace, of the other version.
        (await _folder.RunAsync("import", Corpus.PathOf("rest", "v4", "workspace-detail-single.json"), "--repository", "Corpus")).MustEndWith(0);

        Assert.Equal(first, _folder.Read("workspaces.json"));
        await AssertEmitsWhatTheGeneratorMakes();
    }

    [CorpusFact]
    public async Task No_other_answer_of_a_server_gets_into_a_schema_file()
    {
        string[] others =
        [
            .. Directory.GetFiles(Corpus.PathOf("rest"), "*.json", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith("parameter", StringComparison.Ordinal)
                    && !Path.GetFileName(file).StartsWith("form-definition", StringComparison.Ordinal)
                    && !Path.GetFileName(file).StartsWith("workspace-detail", StringComparison.Ordinal)),
        ];

        ToolResult result = (await _folder.RunAsync(["import", .. others, "--repository", "Corpus"])).MustEndWith(4);

        Assert.Equal(others.Length, result.Errors.Split(Environment.NewLine)
            .Where(line => line.Contains(".json(", StringComparison.Ordinal))
            .DistinctBy(line => line.Split('(')[0])
            .Count());
        Assert.False(File.Exists(_folder.PathOf("workspaces.json")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task AssertEmitsWhatTheGeneratorMakes()
    {
        (await _folder.RunAsync("emit", "--output", "code", "--root-namespace", "App")).MustEndWith(0);
        IReadOnlyDictionary<string, string> expected = GeneratorOutput.From(_folder.Read("workspaces.json"));
        Assert.Equal(
            expected.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(_folder.PathOf("code")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, _folder.Read("code", file.Key)));
        Assert.Empty(Compiler.Compile(expected.Values));
        Assert.All(expected.Values, HoverTexts.AssertShort);
    }

    private static void AssertSame(Workspace workspace)
    {
        EquatableArray<Parameter> parameters =
            FmwReader.Read(File.ReadAllBytes(Corpus.PathOf("fmw", workspace.Name)), "Corpus", workspace.Name).Workspace!.Parameters;
        Assert.Equal(
            parameters.Select(parameter => (parameter.Name, parameter.IsList, parameter.Choices.Count)),
            workspace.Parameters.Select(parameter => (parameter.Name, parameter.IsList, parameter.Choices.Count)));
        Assert.All(parameters.Zip(workspace.Parameters), pair => Assert.True(
            pair.Second.Kind == ParameterKind.Secret ? pair.Second.Default is null : Equals(pair.First.Default, pair.Second.Default), pair.First.Name));
    }
}
