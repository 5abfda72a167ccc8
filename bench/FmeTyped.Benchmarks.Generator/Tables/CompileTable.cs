using System.Globalization;
using FmeTyped.Benchmarks.Generator.Compiling;
using FmeTyped.Benchmarks.Generator.Measuring;
using FmeTyped.Benchmarks.Generator.Workloads;
using FmeTyped.Generator;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using static FmeTyped.Benchmarks.Generator.Measuring.MarkdownTable;

namespace FmeTyped.Benchmarks.Generator.Tables;

/// <summary>
/// Whole compilations on a warm compiler server: workspaces as types by the generator, the same C# as files, and others' ways.
/// Without the others a run has the more rounds, as a limit of a few per cent needs.
/// </summary>
internal static class CompileTable
{
    public static void Print(int[] sizes, bool withOthers)
    {
        using var server = new CompilerServer();
        using var folder = new TemporaryFolder();
        Head(
            "workspaces of 20 parameters",
            "compiled",
            "time",
            "against the C# as files",
            "processor time",
            "against the C# as files",
            "C# that is made",
            "rounds");
        foreach (int workspaces in sizes)
        {
            Print(server, Path.Combine(folder.Path, workspaces.ToString(CultureInfo.InvariantCulture)), workspaces, withOthers);
        }
    }

    private static void Print(CompilerServer server, string folder, int workspaces, bool withOthers)
    {
        string library = $"/reference:\"{BuildPaths.FmeTypedLibrary}\"";
        string generator = $"/analyzer:\"{BuildPaths.FmeTypedGenerator}\"";
        string refit = $"/reference:\"{BuildPaths.RefitLibrary}\"";
        string schema = Path.Combine(Directory.CreateDirectory(folder).FullName, "workspaces.json");
        File.WriteAllText(schema, SchemaSample.From(workspaces));
        KeyValuePair<string, string> caller =
            new("Caller.cs", "internal static class Caller { public static object New() => new App.Fme.Region0.Order0 { Title = \"\" }; }");
        Dictionary<string, string> files = new Project(new WorkspaceGenerator(), workspaces).Result.GeneratedSources
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

        var asFiles = new SourceProject(Path.Combine(folder, "files"), [.. files, caller], library);
        var embedded = new SourceProject(Path.Combine(folder, "embedded"), [.. files, caller], library, "/embed");
        var generated = new SourceProject(Path.Combine(folder, "generated"), [caller], library, generator, "/skipanalyzers+", $"/additionalfile:\"{schema}\"");
        var byRefit = new SourceProject(Path.Combine(folder, "refit"), OrderModel.Refit(workspaces), refit, $"/analyzer:\"{BuildPaths.RefitGenerator}\"");
        string openApi = OrderModel.OpenApi(workspaces);
        long nswagBytes = 0;

        Contestant[] own =
        [
            Compile("the same C# as files", asFiles),
            Compile("the same, its text in the pdb as a generator's is", embedded),
            Compile("FmeTyped's generator", generated),
        ];
        Contestant[] others =
        [
            new Contestant("NSwag: generated from OpenAPI, and compiled", () => server.Measure(() =>
            {
                string code = GenerateByNSwag(openApi);
                nswagBytes = code.Length;
                server.Compile(new SourceProject(Path.Combine(folder, "nswag"), [new("Client.cs", code)]).ResponseFile);
            })),
            Compile("Refit's generator, over bodies written by hand", byRefit),
        ];
        Contest contest = Contest.Hold(TimeSpan.FromSeconds(40), withOthers ? [.. own, .. others] : own);
        for (int contestant = 0; contestant < contest.Contestants; contestant++)
        {
            double made = contestant switch { 0 => 0, 3 => nswagBytes, 4 => double.NaN, _ => files.Values.Sum(text => (long)text.Length) };
            Row(
                contestant == 0 ? workspaces.ToString("N0", CultureInfo.InvariantCulture) : "",
                contest.NameOf(contestant),
                Time(contest.From(contestant, sample => sample.Milliseconds)),
                Ratio(contest.RatiosOf(contestant, sample => sample.Milliseconds)),
                Time(contest.From(contestant, sample => sample.ProcessorMilliseconds)),
                Ratio(contest.RatiosOf(contestant, sample => sample.ProcessorMilliseconds)),
                double.IsNaN(made) ? "" : Bytes(new Spread(made, made, made)),
                contest.Rounds.ToString(CultureInfo.InvariantCulture));
        }

        Contestant Compile(string name, SourceProject project) => new(name, () => server.Measure(() => server.Compile(project.ResponseFile)));
    }

    private static string GenerateByNSwag(string openApi)
    {
        OpenApiDocument document = OpenApiDocument.FromJsonAsync(openApi).GetAwaiter().GetResult();
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "Orders",
            CSharpGeneratorSettings = { Namespace = "App", JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson },
        };
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }
}
