using System.Collections.Immutable;
using FmeTyped.Benchmarks.Generator.Workloads;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>How what the generator allocates grows with the workspaces, above a generator that makes as many files of a constant text.</summary>
[Trait("Suite", "fuzz")]
public class AllocationTests
{
    [Fact]
    public void The_first_run_and_an_edit_of_one_workspace_allocate_in_step_with_the_workspaces()
    {
        (long Cold, long Edit, long CodeEdit) of1000 = AboveNothing(1000);
        (long Cold, long Edit, long CodeEdit) of5000 = AboveNothing(5000);
        TestContext.Current.TestOutputHelper!.WriteLine($"1,000 workspaces: {of1000}; 5,000 workspaces: {of5000}");

        // More than half is the generated text.
        Assert.InRange(of1000.Cold, 0, 55_000_000);

        // An edit reads one workspace and writes one file; the rest is what all names are assigned with.
        Assert.InRange(of1000.Edit, 0, 2_200_000);
        Assert.InRange((double)of5000.Cold / of1000.Cold, 4, 5.1);
        Assert.InRange((double)of5000.Edit / of1000.Edit, 4, 5.1);
    }

    [Fact]
    public void An_unrelated_edit_allocates_little_however_many_workspaces_there_are()
    {
        (_, _, long of300) = AboveNothing(300);
        (_, _, long of3000) = AboveNothing(3000);

        // What few steps take; one item a workspace would be 24,000 bytes at the least.
        Assert.True(of300 < 8192, $"{of300}");
        Assert.True(of3000 < 8192, $"{of3000}");
    }

    private static (long Cold, long Edit, long CodeEdit) AboveNothing(int workspaces)
    {
        var typed = new Project(new WorkspaceGenerator(), workspaces);
        Assert.Empty(typed.Result.Diagnostics);
        ImmutableArray<string> names = [.. typed.Result.GeneratedSources.Select(source => source.HintName)];
        var nothing = new Project(new NullGenerator(names), workspaces);
        return (
            Bytes(typed, project => project.Open()) - Bytes(nothing, project => project.Open()),
            Bytes(typed, project => project.EditSchema()) - Bytes(nothing, project => project.EditSchema()),
            Bytes(typed, project => project.EditCode()) - Bytes(nothing, project => project.EditCode()));
    }

    // The least of a few: what the runtime does once for itself is in one of them only.
    private static long Bytes(Project project, Action<Project> edit) => Enumerable.Range(0, 3).Min(_ =>
    {
        edit(project);
        long before = GC.GetAllocatedBytesForCurrentThread();
        project.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
