using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Package.Tests.Harness;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>What servers answered and Workbench wrote, as C#.</summary>
[Trait("Suite", "fuzz")]
public class CorpusTests
{
    [CorpusFact]
    public void Everything_is_read_and_compiles_without_a_warning()
    {
        IReadOnlyList<CorpusFamily> families = CorpusFamily.All();
        TestContext.Current.TestOutputHelper!.WriteLine(TableOf(families));
        Assert.All(families, AssertRead);

        CSharpCompilation app = TestCompilation.Create("", LanguageVersion.CSharp12);
        var options = (CSharpParseOptions)app.SyntaxTrees[0].Options;
        app = app.AddSyntaxTrees(SourcesOf(families).Select(source => CSharpSyntaxTree.ParseText(source.Value, options, source.Key)));

        Assert.Empty(app.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString()));
    }

    [CorpusFact]
    public async Task No_analyzer_reports_anything_of_it()
    {
        CSharpCompilation app = TestCompilation.Create("", LanguageVersion.CSharp12);
        var options = (CSharpParseOptions)app.SyntaxTrees[0].Options;
        app = app.AddSyntaxTrees(SourcesOf(CorpusFamily.All()).Select(source => CSharpSyntaxTree.ParseText(source.Value, options, source.Key)));

        ImmutableArray<Diagnostic> found = await app
            .WithAnalyzers([
                new RequestValuesAnalyzer(), new ValueTextAnalyzer(), new RawUrlAnalyzer(), new ServerOptionsAnalyzer(), new JobOutcomeAnalyzer(),
                new OtherGeneratorsAnalyzer(),
            ])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Empty(found);
    }

    [CorpusFact]
    public async Task Everything_builds_at_the_strictest_analysis_level()
    {
        DotNetResult build = await ConsumerProject.Build(SourcesOf(CorpusFamily.All()));

        build.MustSucceed();
    }

    // What is encrypted or no workspace at all is named as such, and all else is read.
    private static void AssertRead(CorpusFamily family)
    {
        SchemaProblem[] errors = [.. family.Problems.Where(problem => problem.Rule.Severity == SchemaSeverity.Error)];
        Assert.All(errors, error => Assert.Equal(SchemaRules.NotAWorkspaceFile, error.Rule));
        Assert.Equal(family.Files, family.Workspaces.Count + errors.Length);
        Assert.NotEmpty(family.Workspaces);
    }

    private static Dictionary<string, string> SourcesOf(IReadOnlyList<CorpusFamily> families)
    {
        Workspace[] workspaces = [.. families.SelectMany(family => family.Workspaces)];
        TypeNames names = TypeNames.Assign(workspaces.Select(WorkspaceIdentity.From), "App");
        return workspaces.ToDictionary(
            workspace => HintName.From(names.From(workspace)), workspace => SourceFileEmitter.Emit(workspace, names.From(workspace)));
    }

    private static string TableOf(IReadOnlyList<CorpusFamily> families)
    {
        var table = new StringBuilder();
        foreach (CorpusFamily family in families)
        {
            Parameter[] parameters = [.. family.Workspaces.SelectMany(workspace => workspace.Parameters)];
            SchemaProblem[] unknown = [.. family.Problems.Where(problem => problem.Rule == SchemaRules.UnknownType)];
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{family.Name}: {family.Files} files, {family.Workspaces.Count} workspaces, {parameters.Length} parameters, {unknown.Length} of unknown type");
            foreach (var type in parameters.CountBy(parameter => (parameter.Type, parameter.Kind, parameter.IsList))
                .OrderByDescending(type => type.Value)
                .ThenBy(type => type.Key.Type, StringComparer.Ordinal))
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"  {type.Value,5}  {type.Key.Type,-28} {type.Key.Kind}{(type.Key.IsList ? " list" : "")}");
            }

            foreach (SchemaProblem problem in family.Problems.Where(problem => problem.Rule == SchemaRules.NotAWorkspaceFile))
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"  no workspace: {string.Join(", ", problem.Arguments)}");
            }

            foreach (var type in unknown.CountBy(problem => problem.Arguments[1]).OrderBy(type => type.Key, StringComparer.Ordinal))
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"  unknown: {type.Value} x {type.Key}");
            }
        }

        return table.ToString();
    }
}
