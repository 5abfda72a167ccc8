using System.Collections.Immutable;
using System.Globalization;
using FmeTyped.Benchmarks.Generator.Measuring;
using FmeTyped.Benchmarks.Generator.Workloads;
using FmeTyped.Generator;
using static FmeTyped.Benchmarks.Generator.Measuring.MarkdownTable;

namespace FmeTyped.Benchmarks.Generator.Tables;

/// <summary>What the generator takes of a compiler's or an editor's time, beside a generator that does nothing.</summary>
internal static class GeneratorTable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    public static void Print(int[] sizes)
    {
        Head("workspaces of 20 parameters", "run", "null generator", "FmeTyped", "ratio", "null bytes", "FmeTyped bytes", "rounds");
        foreach (int workspaces in sizes)
        {
            var typed = new Project(new WorkspaceGenerator(), workspaces);
            ImmutableArray<string> files = [.. typed.Result.GeneratedSources.Select(source => source.HintName)];
            var nothing = new Project(new NullGenerator(files), workspaces);
            string size = workspaces.ToString("N0", CultureInfo.InvariantCulture);
            Compete($"{size} ({files.Length} files)", "cold", nothing, typed, project => project.Open());
            Compete("", "unrelated C# edit", nothing, typed, project => project.EditCode());
            Compete("", "one workspace edited in place", nothing, typed, project => project.EditSchema());
        }
    }

    private static void Compete(string size, string name, Project nothing, Project typed, Action<Project> edit)
    {
        Contest contest = Contest.Hold(
            Budget,
            new Contestant("null generator", () => Sample.From(() => edit(nothing), nothing.Run)),
            new Contestant("FmeTyped", () => Sample.From(() => edit(typed), typed.Run)));
        Row(
            size,
            name,
            Time(contest.From(0, sample => sample.Milliseconds)),
            Time(contest.From(1, sample => sample.Milliseconds)),
            Ratio(contest.RatiosOf(1, sample => sample.Milliseconds)),
            Bytes(contest.From(0, sample => sample.Bytes)),
            Bytes(contest.From(1, sample => sample.Bytes)),
            contest.Rounds.ToString(CultureInfo.InvariantCulture));
    }
}
