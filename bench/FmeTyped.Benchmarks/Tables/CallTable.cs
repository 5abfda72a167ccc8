using System.Diagnostics;
using System.Globalization;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>Submitting and waiting over loopback, against a server in another process: two requests a call.</summary>
internal static class CallTable
{
    private const int RequestsOfACall = 2;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(900);

    public static async Task PrintAsync()
    {
        await using CannedServer server = await CannedServer.StartAsync();
        IReadOnlyList<ICaller> callers = Callers.All(server.Url);
        await PrintAsync(callers, rounds: 5, 1, 64);

#if !VENDOR_DOCUMENT
        Console.WriteLine();
        Console.WriteLine("Without the row of NSwag: the vendor's OpenAPI document is not beside the repository.");
#endif
    }

    /// <summary>
    /// The goal alone: the two that it compares, for more rounds, and without what the code of others does to the optimised code of the HttpClient.
    /// </summary>
    public static async Task PrintLimitAsync()
    {
        await using CannedServer server = await CannedServer.StartAsync();
        await PrintAsync(Callers.OfLimit(server.Url), rounds: 30, 64);
    }

    private static async Task PrintAsync(IReadOnlyList<ICaller> callers, int rounds, params int[] flights)
    {
        Console.WriteLine(
            $"Median (least-greatest) of {rounds} interleaved rounds; ratios round by round. {Machine.Description}. The server has a share of the same cores.");
        foreach (int inFlight in flights)
        {
            foreach (ICaller caller in callers)
            {
                await MeasureAsync(caller, inFlight, WarmUp);
            }

            IReadOnlyList<Figure[]> figures = await Measuring.Rounds.RunAsync(callers, rounds, caller => MeasureAsync(caller, inFlight, Sample));
            Figure[] baseline = figures[callers.ToList().FindIndex(caller => caller.Name == Callers.ByHand)];
            Console.WriteLine();
            Console.WriteLine($"**{inFlight} in flight**");
            Console.WriteLine();
            Console.WriteLine("| | requests a second | to hand-written | CPU a request, us | to hand-written | bytes a request |");
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach ((ICaller caller, Figure[] own) in callers.Zip(figures))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {caller.Name} | {From(own, figure => figure.Rate, "0")} | {Ratio(own, baseline, figure => figure.Rate)} | "
                        + $"{From(own, figure => figure.Cpu, "0.0")} | {Ratio(own, baseline, figure => figure.Cpu)} | "
                        + $"{From(own, figure => figure.Bytes, "0")} |"));
            }
        }
    }

    private static string From(Figure[] rounds, Func<Figure, double> figure, string format) => Spread.From(rounds.Select(figure)).ToString(format);

    private static string Ratio(Figure[] rounds, Figure[] baseline, Func<Figure, double> figure) =>
        Spread.From(Measuring.Rounds.Ratios(rounds.Select(figure), baseline.Select(figure))).ToString("0.00");

    private static async Task<Figure> MeasureAsync(ICaller caller, int inFlight, TimeSpan time)
    {
        using Process self = Process.GetCurrentProcess();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = self.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        long[] calls = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(() => CallAsync(caller, start, time))));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        self.Refresh();
        double requests = calls.Sum() * RequestsOfACall;
        return new Figure(
            requests / elapsed.TotalSeconds,
            (self.TotalProcessorTime - cpu).TotalMicroseconds / requests,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / requests);
    }

    private static async Task<long> CallAsync(ICaller caller, long start, TimeSpan time)
    {
        long calls = 0;
        for (; Stopwatch.GetElapsedTime(start) < time; calls++)
        {
            await caller.RunAsync(CancellationToken.None);
        }

        return calls;
    }

    private readonly record struct Figure(double Rate, double Cpu, double Bytes);
}
