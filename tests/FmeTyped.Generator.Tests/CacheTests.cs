using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Emission;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace FmeTyped.Generator.Tests;

/// <summary>Which outputs are made again after which edit. Roslyn compares workspaces by their position, one file after the other.</summary>
public class CacheTests
{
    private static readonly string First = Sample.Workspace("first.fmw", Sample.Choice("MODE", "fast", "exact"));
    private static readonly string Second = Sample.Workspace("second.fmw", Sample.Text("NOTE"));
    private static readonly string Third = Sample.Workspace("third.fmw", Sample.Text("NOTE"));

    public static TheoryData<string, string, IncrementalStepRunReason[]> Edits => new()
    {
        { "a blank line on top", "\n\n" + Sample.From(First, Second, Third), [Cached, Cached, Cached] },
        { "a prompt", Sample.From(First, Sample.Workspace("second.fmw", Sample.Text("NOTE", "Other")), Third), [Cached, Modified, Cached] },
        { "an option", Sample.From(Sample.Workspace("first.fmw", Sample.Choice("MODE", "fast", "exact", "best")), Second, Third), [Modified, Cached, Cached] },
        { "a parameter", Sample.From(First, Second, Sample.Workspace("third.fmw", Sample.Text("NOTE"), Sample.Text("MORE"))), [Cached, Cached, Modified] },
        { "a workspace appended", Sample.From(First, Second, Third, Sample.Workspace("fourth.fmw")), [Cached, Cached, Cached, New] },
        { "the last workspace removed", Sample.From(First, Second), [Cached, Cached, Removed] },
        { "the first workspace removed", Sample.From(Second, Third), [Modified, Modified, Removed] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_a_schema_file_generates_only_what_it_touches(string edit, string edited, IncrementalStepRunReason[] expected)
    {
        Assert.NotEmpty(edit);
        var file = new SchemaText("workspaces.json", Sample.From(First, Second, Third));
        GeneratorRun run = GeneratorRun.From([file]);

        GeneratorRun after = run.After(file, new SchemaText("workspaces.json", edited));

        Assert.Equal(expected, after.SourceReasons);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void An_unrelated_edit_of_the_code_generates_nothing(int workspaces)
    {
        GeneratorRun run =
            GeneratorRun.From(Sample.From([.. Enumerable.Range(0, workspaces).Select(number => Sample.Workspace($"w{number}.fmw", Sample.Text("NOTE")))]));

        GeneratorRun after = run.AfterCode("internal static class Unrelated { }");

        Assert.NotEmpty(after.SourceReasons);
        Assert.All(after.SourceReasons, reason => Assert.Equal(Cached, reason));

        string[] steps = [.. WorkspaceGenerator.Steps.All.Where(after.Result.TrackedSteps.ContainsKey)];
        Assert.Equal(WorkspaceGenerator.Steps.All, steps);
        Assert.All(steps, step => Assert.All(after.ReasonsOf(step), reason => Assert.Contains(reason, (IncrementalStepRunReason[])[Cached, Unchanged])));
    }

    [Fact]
    public void A_run_depends_on_the_files_and_the_settings_of_the_build_alone()
    {
        // The compiler evaluates each input on every keystroke, and some of them are new each time.
        GeneratorRun run = GeneratorRun.From(Sample.From(First));

        Assert.Equal(
            ["AdditionalTexts", "AnalyzerConfigOptions", "Outputs", "Parse", "SourceOutput"], run.Result.TrackedSteps.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_edit_of_one_file_leaves_the_workspaces_of_the_others_alone()
    {
        var own = new SchemaText("own.workspaces.json", Sample.From(First));
        GeneratorRun run = GeneratorRun.From([own, new SchemaText("workspaces.json", Sample.From(Second, Third))]);

        GeneratorRun after =
            run.After(own, new SchemaText("own.workspaces.json", Sample.From(Sample.Workspace("first.fmw", Sample.Choice("MODE", "fast", "best")))));

        Assert.Equal([Modified, Cached, Cached], after.SourceReasons);
        Assert.Equal([Modified, Cached], after.ReasonsOf(WorkspaceGenerator.Steps.Parse));
    }

    [Fact]
    public void Very_many_workspaces_share_files_and_an_edit_touches_one_of_them()
    {
        string[] many = [.. Enumerable.Range(0, 300).Select(number => Sample.Workspace($"w{number}.fmw", Sample.Text("NOTE")))];
        var file = new SchemaText("workspaces.json", Sample.From(many));
        GeneratorRun run = GeneratorRun.From([file]);
        Assert.InRange(run.Sources.Count, 1, GeneratedFiles.MostFiles);
        Assert.All(run.Sources.Keys, name => Assert.StartsWith("Workspaces.", name, StringComparison.Ordinal));

        GeneratorRun removed = run.After(file, new SchemaText("workspaces.json", Sample.From(many[1..])));
        many[17] = Sample.Workspace("w17.fmw", Sample.Text("NOTE", "Other"));
        GeneratorRun edited = run.After(file, new SchemaText("workspaces.json", Sample.From(many)));

        Assert.Single(edited.SourceReasons, reason => reason is Modified or New);
        Assert.Single(removed.SourceReasons, reason => reason is Modified or New or Removed);
    }
}
