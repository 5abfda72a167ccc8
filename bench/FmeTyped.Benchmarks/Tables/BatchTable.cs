using System.Diagnostics;
using System.Globalization;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Fme.Samples;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>Ten thousand jobs: how long they take, and what is held in memory on the way. By hand that is a parallel loop over the hand-written call.</summary>
internal static class BatchTable
{
    private const int Jobs = 10_000;
    private const int JobsInFlight = 256;
    private const int RequestsInFlight = 16;

    private static readonly int[] Marks = [100, 1000, 2500, 5000, 7500, 10_000];

    public static async Task PrintAsync()
    {
        await using CannedServer server = await CannedServer.StartAsync();
        await TypedAsync(server.Url, 500);
        await ByHandAsync(server.Url, 500);
        List<Mark> byHand = await ByHandAsync(server.Url, Jobs);
        List<Mark> typed = await TypedAsync(server.Url, Jobs);
        Console.WriteLine(
            $"{Jobs} jobs that have ended when they are first looked at; {JobsInFlight} jobs in flight with FmeTyped, of which {RequestsInFlight} are being "
                + $"submitted, and {RequestsInFlight} by hand. {Machine.Description}.");
        Console.WriteLine();
        Console.WriteLine("| jobs done | hand-written loop, s | live heap, MB | RunAllAsync, s | live heap, MB |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach ((Mark hand, Mark own) in byHand.Zip(typed))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {hand.Done} | {hand.Seconds:0.00} | {hand.Megabytes:0.0} | {own.Seconds:0.00} | {own.Megabytes:0.0} |"));
        }
    }

    private static async Task<List<Mark>> TypedAsync(Uri server, int jobs)
    {
        using HttpClient http = Callers.NewHttpClient();
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server, Token = Callers.Token, ApiVersion = FmeApiVersion.V4 }, http);
        var options = new FmeBatchOptions<AustinDownload>
        {
            MaximumJobsInFlight = JobsInFlight,
            MaximumRequestsInFlight = RequestsInFlight,
            Wait = new FmeWaitOptions { InitialDelay = TimeSpan.FromMilliseconds(10), MaximumDelay = TimeSpan.FromMilliseconds(50) },
        };
        var marks = new Marking();
        await foreach (FmeBatchItem<AustinDownload> item in client.RunAllAsync(Enumerable.Range(0, jobs).Select(_ => AustinOrders.Typed()), options))
        {
            marks.Done(item.Outcome.ToString()!);
        }

        return marks.All;
    }

    private static async Task<List<Mark>> ByHandAsync(Uri server, int jobs)
    {
        using HttpClient http = Callers.NewHttpClient();
        var client = new HandWrittenClient(http, server, Callers.Token);
        var marks = new Marking();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, jobs).Select(_ => AustinOrders.Dto()),
            new ParallelOptions { MaxDegreeOfParallelism = RequestsInFlight },
            async (order, cancellationToken) =>
            {
                HandWrittenResult result = await client.RunAsync(order, cancellationToken);
                lock (marks)
                {
                    marks.Done(result.Status);
                }
            });
        return marks.All;
    }

    private sealed class Marking
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private TimeSpan _paused;
        private int _done;

        public List<Mark> All { get; } = [];

        // What is held is known only after a collection, whose time is not the batch's.
        public void Done(string outcome)
        {
            if (!outcome.Contains("succe", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"A job came to no good: {outcome}");
            }

            if (!Marks.Contains(++_done))
            {
                return;
            }

            long pause = Stopwatch.GetTimestamp();
            double seconds = (Stopwatch.GetElapsedTime(_start) - _paused).TotalSeconds;
            All.Add(new Mark(_done, seconds, GC.GetTotalMemory(forceFullCollection: true) / 1e6));
            _paused += Stopwatch.GetElapsedTime(pause);
        }
    }

    private sealed record Mark(int Done, double Seconds, double Megabytes);
}
