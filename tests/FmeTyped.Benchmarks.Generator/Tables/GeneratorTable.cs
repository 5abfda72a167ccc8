using System.Globalization;
using FmeTyped.Benchmarks.Generator.Measuring;
using FmeTyped.Benchmarks.Generator.Workloads;
using FmeTyped.Generator;
using static FmeTyped.Benchmarks.Generator.Measuring.MarkdownTable;

namespace FmeTyped.Benchmarks.Generator.Tables;

/// <summary>What the generator takes of a compiler's or an editor's time, beside a generator that does nothing.</summary>
internal static class GeneratorTable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(11);

    public static void Print()
    {
        Head("workspaces of 20 parameters", "run", "null generator", "FmeTyped", "ratio", "null bytes", "FmeTyped bytes", "rounds");
        foreach (int workspaces in (int[])[10, 100, 1000, 5000])
        {
            var typed = new Project(new WorkspaceGenerator(), workspaces);
            typed.RunCold();
            int files = typed.Result.GeneratedSources.Length;
            var nothing = new Project(new NullGenerator(files), workspaces);
            nothing.RunCold();
            string size = workspaces.ToString("N0", CultureInfo.InvariantCulture);
            Compete($"{size} ({files} files)", "cold", nothing.RunCold, typed.RunCold);
            Compete("", "unrelated C# edit", nothing.RunAfterCodeEdit, typed.RunAfterCodeEdit);
            Compete("", "one workspace edited in place", nothing.RunAfterSchemaEdit, typed.RunAfterSchemaEdit);
        }
    }

    private static void Compete(string size, string edit, Action nothing, Action typed)
    {
        Contest contest = Contest.Hold(
            Budget,
            new Contestant("null generator", () => Sample.Of(nothing)),
            new Contestant("FmeTyped", () => Sample.Of(typed)));
        Row(
            size,
            edit,
            Time(contest.TimesOf(0)),
            Time(contest.TimesOf(1)),
            Ratio(contest.RatiosOf(1)),
            Bytes(contest.BytesOf(0)),
            Bytes(contest.BytesOf(1)),
            contest.Rounds.ToString(CultureInfo.InvariantCulture));
    }
}
