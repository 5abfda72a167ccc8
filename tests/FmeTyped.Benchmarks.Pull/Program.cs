using System.Diagnostics;
using System.Globalization;
using FmeTyped.Testing;
using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

// A pull of a thousand workspaces from an emulator that answers each request after 50 ms takes the latency of all requests, shared out among those that are
// under way at once, and little more.
const int Workspaces = 1000;
TimeSpan latency = TimeSpan.FromMilliseconds(50);

string schema = Path.Combine(Directory.CreateTempSubdirectory("FmeTyped.Benchmarks.Pull.").FullName, "workspaces.json");
try
{
    Print("api", "workspaces", "requests", "concurrency", "latency", "lower bound", "measured", "ratio");
    foreach ((FmeFlowApis api, int build) in new[] { (FmeFlowApis.V3, 22337), (FmeFlowApis.V4, 26018) })
    {
        await MeasureAsync(api, build, ServerReader.Concurrency, TimeSpan.Zero);
        (int requests, TimeSpan time) = await MeasureAsync(api, build, Workspaces, latency);
        TimeSpan bound = requests * latency / ServerReader.Concurrency;
        Print($"{api}", $"{Workspaces}", $"{requests}", $"{ServerReader.Concurrency}", Milliseconds(latency), Milliseconds(bound), Milliseconds(time), Number(time / bound, "0.00"));
    }
}
finally
{
    Directory.Delete(Path.GetDirectoryName(schema)!, recursive: true);
}

async Task<(int Requests, TimeSpan Time)> MeasureAsync(FmeFlowApis api, int build, int workspaces, TimeSpan delay)
{
    int requests = 0;
    await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
    {
        SchemaJson = $$"""{ "format": 1, "workspaces": [{{string.Join(',', Enumerable.Range(0, workspaces).Select(WorkspaceOf))}}] }""",
        Apis = api,
        BuildNumber = build,
        OnRequest = _ => Interlocked.Increment(ref requests),
    });
    emulator.Faults.Add(FmeRequestKind.Any, FmeFault.Delay(delay), 2 * Workspaces);
    File.Delete(schema);
    var app = new ToolApp(new Output(TextWriter.Null, TextWriter.Null, Terminal: null) { Input = new StringReader(emulator.Token) });
    long start = Stopwatch.GetTimestamp();
    int code = await app.RunAsync(["pull", "--server", emulator.ServerUrl.ToString(), "--token-stdin", "--schema", schema], CancellationToken.None);
    TimeSpan time = Stopwatch.GetElapsedTime(start);
    return code == 0 ? (requests, time) : throw new InvalidOperationException($"The pull ended with {code}.");
}

// Ten repositories, and five parameters each.
static string WorkspaceOf(int i) =>
    $$"""
    { "repository": "R{{i % 10}}", "workspace": "w{{i}}.fmw", "title": "Workspace {{i}}", "services": ["fmejobsubmitter"], "parameters": [
      { "name": "TITLE", "type": "TEXT", "model": "string", "description": "Title:", "optional": true },
      { "name": "COUNT", "type": "INTEGER", "model": "string", "description": "Count:", "optional": false, "defaultValue": "1" },
      { "name": "WIDTH", "type": "FLOAT", "model": "string", "description": "Width:", "optional": false, "defaultValue": "1.5" },
      { "name": "SURFACE", "type": "CHOICE", "model": "string", "description": "Surface:", "optional": false, "defaultValue": "gravel",
        "listOptions": [{ "caption": "Asphalt", "value": "asphalt" }, { "caption": "Gravel", "value": "gravel" }] },
      { "name": "TARGET", "type": "DIRNAME", "model": "string", "description": "Target:", "optional": false }] }
    """;

static void Print(params string[] cells) => Console.WriteLine(string.Concat(cells.Select(cell => cell.PadLeft(13))));

static string Milliseconds(TimeSpan time) => $"{Number(time.TotalMilliseconds, "0")} ms";

static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
