using System.Globalization;
using FmeTyped.Benchmarks.Generator.Compiling;
using FmeTyped.Benchmarks.Generator.Measuring;
using FmeTyped.Benchmarks.Generator.Workloads;
using static FmeTyped.Benchmarks.Generator.Measuring.MarkdownTable;

namespace FmeTyped.Benchmarks.Generator.Tables;

/// <summary>What FmeTyped's analyzers add to a compilation, alone and beside those of the SDK. The generator is on in all of them.</summary>
internal static class AnalyzersTable
{
    public static void Print(int files, int workspaces)
    {
        using var server = new CompilerServer();
        using var folder = new TemporaryFolder();
        string schema = Path.Combine(folder.Path, "workspaces.json");
        File.WriteAllText(schema, SchemaSample.From(workspaces));
        KeyValuePair<string, string>[] code = [.. Enumerable.Range(0, files).Select(number => PageSample.From(number, workspaces))];
        string[] typed = [$"/reference:\"{BuildPaths.FmeTypedLibrary}\"", $"/analyzer:\"{BuildPaths.FmeTypedGenerator}\"", $"/additionalfile:\"{schema}\""];
        string[] sdk = [.. BuildPaths.SdkAnalyzers.Select(path => $"/analyzer:\"{path}\"")];
        string off = "/nowarn:" + string.Join(',', Enumerable.Range(1001, 99).Select(id => string.Create(CultureInfo.InvariantCulture, $"FME{id}")));

        Contestant Compile(string name, params string[] options)
        {
            var project = new SourceProject(Path.Combine(folder.Path, name.Replace(' ', '-')), code, [.. typed, .. options]);
            return new Contestant(name, () => server.Measure(() => server.Compile(project.ResponseFile)));
        }

        Contest contest = Contest.Hold(
            TimeSpan.FromSeconds(40),
            Compile("no analyzers", "/skipanalyzers+"),
            Compile("FmeTyped's analyzers"),
            Compile("the SDK's analyzers", [.. sdk, off]),
            Compile("the SDK's and FmeTyped's", sdk));
        Head(
            string.Create(CultureInfo.InvariantCulture, $"{files:N0} files, {workspaces:N0} workspaces, with"),
            "time",
            "against none",
            "processor time",
            "against none",
            "rounds");
        for (int contestant = 0; contestant < contest.Contestants; contestant++)
        {
            Row(
                contest.NameOf(contestant),
                Time(contest.From(contestant, sample => sample.Milliseconds)),
                Ratio(contest.RatiosOf(contestant, sample => sample.Milliseconds)),
                Time(contest.From(contestant, sample => sample.ProcessorMilliseconds)),
                Ratio(contest.RatiosOf(contestant, sample => sample.ProcessorMilliseconds)),
                contest.Rounds.ToString(CultureInfo.InvariantCulture));
        }
    }
}
