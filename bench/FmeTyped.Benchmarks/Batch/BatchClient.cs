using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Fme.Samples;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Batch;

/// <summary>Runs the jobs of a scenario in a process of its own, in one of three ways, and says what that took.</summary>
internal sealed class BatchClient : IDisposable
{
    public const string Typed = "RunAllAsync";
    public const string AllAtOnce = "by hand, Task.WhenAll, polling";
    public const string Limited = "by hand, semaphore, long poll";

    private const int RequestsInFlight = 16;

    private readonly Scenario _scenario;
    private readonly Uri _server;
    private readonly string _token;
    private readonly CountingHandler _handler = new();
    private readonly HttpClient _http;
    private readonly ConcurrentBag<double> _late = [];
    private readonly List<double> _heap = [];
    private readonly Process _self = Process.GetCurrentProcess();
    private TimeSpan _lookingCpu;
    private int _done;

    private BatchClient(Scenario scenario, Uri server, string token)
    {
        _scenario = scenario;
        _server = server;
        _token = token;
        _http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public static IReadOnlyList<string> Ways { get; } = [Limited, AllAtOnce, Typed];

    /// <summary>Starts this program once more, as the client.</summary>
    public static async Task<BatchFigures> StartAsync(string way, Scenario scenario, BatchServer server)
    {
        ProcessStartInfo start = Self.StartInfo("batch", "run", way, scenario.Name, server.Url.ToString(), server.Token);
        start.RedirectStandardOutput = true;

        // A batch is too short for the runtime's own compiling to be over, which would be counted as the batch's time.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<BatchFigures>(said)!;
    }

    public static async Task RunAsync(string way, string scenario, string server, string token)
    {
        using var client = new BatchClient(Scenario.Find(scenario), new Uri(server), token);
        Console.WriteLine(JsonSerializer.Serialize(await client.RunAsync(way)));
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
        _self.Dispose();
    }

    private async Task<BatchFigures> RunAsync(string way)
    {
        Func<int, Task> run = way switch
        {
            Typed => TypedAsync,
            AllAtOnce => AllAtOnceAsync,
            _ => LimitedAsync,
        };
        await run(_scenario.Engines); // To warm up.
        _late.Clear();
        _heap.Clear();
        _lookingCpu = TimeSpan.Zero;
        _done = 0;
        (int submissions, int reads) = _handler.Counts;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Cpu();
        await run(_scenario.Jobs);
        double jobs = _scenario.Jobs;
        (int allSubmissions, int allReads) = _handler.Counts;
        return new BatchFigures(
            allSubmissions - submissions,
            (allReads - reads) / jobs,
            (Cpu() - cpu - _lookingCpu).TotalMicroseconds / jobs,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / jobs,
            [.. _late.Order()],
            _scenario.Jobs - _late.Count,
            [.. _heap]);
    }

    private async Task TypedAsync(int jobs)
    {
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = _server, Token = _token, ApiVersion = FmeApiVersion.V4 }, _http);
        var options = new FmeBatchOptions<AustinDownload> { MaximumJobsInFlight = _scenario.JobsInFlight, MaximumRequestsInFlight = RequestsInFlight };
        await foreach (FmeBatchItem<AustinDownload> item in client.RunAllAsync(Enumerable.Range(0, jobs).Select(_ => AustinOrders.Typed()), options))
        {
            Done(item.Result?.FeatureCount);
        }
    }

    private Task AllAtOnceAsync(int jobs)
    {
        var client = new HandWrittenClient(_http, _server, _token, holds: false);
        return Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => AustinOrders.Dto()).Select(order => ByHandAsync(client, order)));
    }

    private async Task LimitedAsync(int jobs)
    {
        var client = new HandWrittenClient(_http, _server, _token);
        using var places = new SemaphoreSlim(_scenario.JobsInFlight);
        await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => AustinOrders.Dto()).Select(async order =>
        {
            await places.WaitAsync();
            try
            {
                await ByHandAsync(client, order);
            }
            finally
            {
                places.Release();
            }
        }));
    }

    private async Task ByHandAsync(HandWrittenClient client, AustinDto order)
    {
        try
        {
            Done((await client.RunAsync(order, CancellationToken.None)).FeatureCount);
        }
        catch (HttpRequestException)
        {
            Done(end: null); // The record is gone, and what became of the job is not known.
        }
    }

    private void Done(long? end)
    {
        if (end is { } milliseconds)
        {
            _late.Add((DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).TotalMilliseconds);
        }

        // What is held is known only after a collection, whose time is not the batch's.
        int done = Interlocked.Increment(ref _done);
        if (done == _scenario.Jobs / 4 || done == _scenario.Jobs * 3 / 4)
        {
            TimeSpan before = Cpu();
            _heap.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
            _lookingCpu += Cpu() - before;
        }
    }

    private TimeSpan Cpu()
    {
        _self.Refresh();
        return _self.TotalProcessorTime;
    }

    private sealed class CountingHandler() : DelegatingHandler(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 512 })
    {
        private int _submissions;
        private int _reads;

        public (int Submissions, int Reads) Counts => (Volatile.Read(ref _submissions), Volatile.Read(ref _reads));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref request.Content is null ? ref _reads : ref _submissions);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
