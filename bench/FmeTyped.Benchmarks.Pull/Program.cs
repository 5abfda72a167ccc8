using System.Diagnostics;
using System.Globalization;
using FmeTyped.Testing;
using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

// A pull of a thousand workspaces from an emulator that answers each request after 50 ms takes the latency of all requests, shared out among those that are
// under way at once, and little more. What the machine adds to that shows in the time of a bare client for as many requests.
const int Workspaces = 1000;
TimeSpan latency = TimeSpan.FromMilliseconds(50);

string schema = Path.Combine(Directory.CreateTempSubdirectory("FmeTyped.Benchmarks.Pull.").FullName, "workspaces.json");
try
{
    Print("api", "workspaces", "requests", "concurrency", "latency", "lower bound", "bare client", "measured", "to bound", "to bare");
    foreach ((FmeFlowApis api, int build) in new[] { (FmeFlowApis.V3, 22337), (FmeFlowApis.V4, 26018) })
    {
        await MeasureAsync(api, build, ServerReader.Concurrency, TimeSpan.Zero);
        (int requests, TimeSpan time, TimeSpan bare) = await MeasureAsync(api, build, Workspaces, latency);
        TimeSpan bound = requests * latency / ServerReader.Concurrency;
        Print(
            $"{api}",
            $"{Workspaces}",
            $"{requests}",
            $"{ServerReader.Concurrency}",
            Milliseconds(latency),
            Milliseconds(bound),
            Milliseconds(bare),
            Milliseconds(time),
            Number(time / bound, "0.00"), Number(time / bare, "0.00"));
    }
}
finally
{
    Directory.Delete(Path.GetDirectoryName(schema)!, recursive: true);
}

async Task<(int Requests, TimeSpan Time, TimeSpan Bare)> MeasureAsync(FmeFlowApis api, int build, int workspaces, TimeSpan delay)
{
    int requests = 0;
    await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
    {
        SchemaJson = $$"""{ "format": 1, "workspaces": [{{string.Join(',', Enumerable.Range(0, workspaces).Select(WorkspaceOf))}}] }""",
        Apis = api,
        BuildNumber = build,
        OnRequest = _ => Interlocked.Increment(ref requests),
    });
    emulator.Faults.Add(FmeRequestKind.Any, FmeFault.Delay(delay), 3 * Workspaces);
    File.Delete(schema);
    var app = new ToolApp(new Output(TextWriter.Null, TextWriter.Null, Terminal: null) { Input = new StringReader(emulator.Token) }, TimeProvider.System);
    long start = Stopwatch.GetTimestamp();
    int code = await app.RunAsync(["pull", "--server", emulator.ServerUrl.ToString(), "--token-stdin", "--schema", schema], CancellationToken.None);
    TimeSpan time = Stopwatch.GetElapsedTime(start);
    int pulled = requests;
    return code == 0
        ? (pulled, time, await MeasureBareAsync(
            emulator,
            i => api == FmeFlowApis.V3 ? $"fmerest/v3/repositories/R{i % 10}/items/w{i}.fmw" : $"fmeapiv4/workspaces/R{i % 10}/w{i}.fmw",
            workspaces,
            pulled))
        : throw new InvalidOperationException($"The pull ended with {code}.");
}

static async Task<TimeSpan> MeasureBareAsync(FmeFlowEmulator emulator, Func<int, string> pathOf, int workspaces, int requests)
{
    using var client = new HttpClient { BaseAddress = emulator.ServerUrl };
    client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"fmetoken token={emulator.Token}");
    long start = Stopwatch.GetTimestamp();
    await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = ServerReader.Concurrency }, async (i, token) =>
        await client.GetByteArrayAsync(new Uri(pathOf(i % workspaces), UriKind.Relative), token));
    return Stopwatch.GetElapsedTime(start);
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
