using System.Text.RegularExpressions;
using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Generator.Tests;

public class DiagnosticTests
{
    private static readonly string Good = Sample.Workspace("good.fmw", Sample.Text("NOTE"));

    [Fact]
    public void Every_error_of_a_file_is_reported_at_its_line_and_column()
    {
        GeneratorRun run = GeneratorRun.From("""
            {
              "format": 1,
              "workspaces": [
                { "repository": "Test", "parameters": [] },
                { "repository": "Test", "workspace": "a.fmw", "parameters": [ { "name": "A" }, { "name": "B", "type": "TEXT", "optional": "no" } ] },
                { "repository": "Test", "workspace": "a.fmw", "parameters": [] },
                { "repository": "Test", "workspace": "b.fmw", "parameters": [ { "name": "A", "type": "TEXT" }, { "name": "A", "type": "TEXT" } ],
                  "csharp": { "name": "not a name", "parameters": { "AA": {} } } }
              ]
            }
            """);

        Snapshot.Verify(run);
    }

    [Fact]
    public void Broken_json_is_reported_where_it_breaks()
    {
        GeneratorRun run = GeneratorRun.From("{\n  \"format\": 1,\n  \"workspaces\": nil\n}");

        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal("FME0001", found.Id);
        Assert.StartsWith("workspaces.json: (2,16)", found.Location.GetLineSpan().ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_good_workspace_generates_beside_a_bad_one()
    {
        GeneratorRun run = GeneratorRun.From(Sample.From("""{ "repository": "Test" }""", Good));

        Assert.Equal(["App.Fme.Test.Good.g.cs"], run.Sources.Keys);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("FME0003", diagnostic.Id));
    }

    [Fact]
    public void A_workspace_in_two_files_is_an_error_with_both_places_and_generates_once()
    {
        GeneratorRun run =
            GeneratorRun.From([new SchemaText("b.workspaces.json", Sample.From(Good)), new SchemaText("a.workspaces.json", "\n" + Sample.From(Good))]);

        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal("FME0005", found.Id);
        Assert.Equal("b.workspaces.json", found.Location.GetLineSpan().Path);
        Assert.Contains("a.workspaces.json(2,", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Single(run.Sources);
    }

    [Fact]
    public void A_language_version_below_12_is_one_error_and_no_source()
    {
        GeneratorRun run =
            GeneratorRun.From([new SchemaText("workspaces.json", Sample.From(Good, Sample.Workspace("other.fmw")))], version: LanguageVersion.CSharp11);

        Assert.Equal("FME0011", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("7.3", "7.3")]
    [InlineData("iso-2", "2")]
    [InlineData("11", "11.0")]
    [InlineData("11.0", "11.0")]
    [InlineData("12", null)]
    [InlineData("latest", null)]
    [InlineData("default", null)]
    [InlineData("preview", null)]
    [InlineData("", null)]
    [InlineData("no version", null)]
    public void The_language_version_is_read_as_a_project_writes_it(string written, string? tooLow)
    {
        GeneratorRun run = GeneratorRun.From([new SchemaText("workspaces.json", Sample.From(Good))], properties: ("LangVersion", written));

        Assert.Equal(tooLow is null ? 1 : 0, run.Sources.Count);
        Assert.Equal(
            tooLow is null ? [] : [tooLow],
            run.Diagnostics.Select(diagnostic => Regex.Match(diagnostic.GetMessage(null), @"uses C# (\S+),").Groups[1].Value));
    }

    [Fact]
    public void Files_that_are_no_schema_files_are_not_looked_at()
    {
        GeneratorRun run = GeneratorRun.From([new SchemaText("appsettings.json", "no json"), new SchemaText("marked/anything.json", Sample.From(Good))]);

        Assert.Empty(run.Diagnostics);
        Assert.Single(run.Sources);
    }

    [Fact]
    public void The_rules_the_diagnostics_and_the_page_agree()
    {
        Assert.Equal(SchemaRules.All.Select(rule => rule.Id), SchemaDiagnostics.All.Select(descriptor => descriptor.Id));
        Assert.All(SchemaRules.All, rule =>
        {
            DiagnosticDescriptor descriptor = SchemaDiagnostics.From(rule);
            Assert.Equal(rule.Severity.ToString(), descriptor.DefaultSeverity switch
            {
                DiagnosticSeverity.Info => nameof(SchemaSeverity.Information),
                var severity => severity.ToString(),
            });
            AssertPageOf(descriptor);
        });
        AssertPageOf(SchemaDiagnostics.NoSchemaFile);
        Assert.All(UseDiagnostics.All, AssertPageOf);
    }

    private static void AssertPageOf(DiagnosticDescriptor descriptor)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "reference", "diagnostics.md")).ReplaceLineEndings("\n");
        string severity = descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "information" : descriptor.DefaultSeverity.ToString().ToLowerInvariant();
        Assert.Contains($"\n### {descriptor.Id}\n\n**{severity}**: {descriptor.Title.ToString(null)}.\n\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"docs/reference/diagnostics.md#{descriptor.Id.ToLowerInvariant()}", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains($"`{descriptor.Id[..4]}xxx` (category `{descriptor.Category}`)", page, StringComparison.Ordinal);
    }
}
