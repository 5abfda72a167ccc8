using System.Diagnostics;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Orders;
using FmeTyped.Testing;

namespace FmeTyped.Benchmarks.Batch;

/// <summary>
/// The emulator in a process of its own, with engines that take jobs in their order. Each job runs as long as its number says, and writes as many features as
/// the time of its end in milliseconds, so that every client sees exactly when it ended.
/// </summary>
internal sealed class BatchServer : IAsyncDisposable
{
    private readonly Process _process;

    private BatchServer(Process process, Uri url, string token)
    {
        _process = process;
        Url = url;
        Token = token;
    }

    public Uri Url { get; }

    public string Token { get; }

    /// <summary>Starts this program once more, as the server.</summary>
    public static async Task<BatchServer> StartAsync(Scenario scenario)
    {
        ProcessStartInfo start = Self.StartInfo("batch", "serve", scenario.Name);
        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = true;
        Process process = Process.Start(start)!;
        string[] place = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.")).Split(' ');
        return new BatchServer(process, new Uri(place[0]), place[1]);
    }

    /// <summary>Serves until the input ends, as it does when the program that started it is gone.</summary>
    public static async Task RunAsync(Scenario scenario)
    {
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Path.Combine(Repository.Root, "workspaces.json")],
            Engines = scenario.Engines,
            JobHistory = scenario.JobHistory,
        });
        var engines = new Engines(scenario);
        emulator.OnRun(AustinOrders.Repository, AustinOrders.Workspace, submission => engines.Run(submission.JobId));
        if (scenario.ListDelay > TimeSpan.Zero)
        {
            emulator.Faults.Add(FmeRequestKind.JobList, FmeFault.Delay(scenario.ListDelay), count: 10_000);
        }

        Console.WriteLine($"{emulator.ServerUrl} {emulator.Token}");
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The plan of the emulator's engines once more, since what a job writes is known before it starts.
    private sealed class Engines(Scenario scenario)
    {
        private readonly PriorityQueue<int, DateTimeOffset> _free =
            new(Enumerable.Range(0, scenario.Engines).Select(engine => (engine, DateTimeOffset.MinValue)));

        public FmeJobOutcome Run(long job)
        {
            TimeSpan time = scenario.RunTimeOf(job);
            DateTimeOffset now = DateTimeOffset.UtcNow;
            lock (_free)
            {
                _free.TryDequeue(out int engine, out DateTimeOffset free);
                DateTimeOffset end = (free > now ? free : now) + time;
                _free.Enqueue(engine, end);
                return FmeJobOutcome.Success(("end", end.ToUnixTimeMilliseconds())) with { RunTime = time };
            }
        }
    }
}
