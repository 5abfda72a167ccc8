using System.Globalization;
using FmeTyped.Benchmarks.Batch;
using FmeTyped.Benchmarks.Measuring;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>Many jobs: requests, processor time and memory, and how late their ends are known.</summary>
internal static class BatchTable
{
    private const int Waiting = 100_000;

    public static async Task PrintAsync(IReadOnlyList<Scenario> scenarios)
    {
        Console.WriteLine($"{Machine.Description}. The server is the emulator, in a process of its own on the same cores.");
        double bytes = await WaitingServer.BytesOfAJobAsync(Waiting);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Waiting} jobs that wait at once | |"));
        Console.WriteLine("|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| held in memory, MB | {bytes * Waiting / 1e6:0.0} |"));
        foreach (Scenario scenario in scenarios)
        {
            Console.WriteLine();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"**{scenario.Jobs} jobs of {scenario.Shortest.TotalSeconds} to {scenario.Longest.TotalSeconds} s on {scenario.Name}**"));
            Console.WriteLine();
            Console.WriteLine(
                "| | reads a job | CPU a job, us | to the semaphore | KB a job | known after its end, ms | live heap at 1/4, MB | at 3/4 | never known |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            BatchFigures? baseline = null;
            foreach (string way in BatchClient.Ways)
            {
                await using BatchServer server = await BatchServer.StartAsync(scenario);
                BatchFigures figures = await BatchClient.StartAsync(way, scenario, server);
                baseline ??= figures;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {way} | {figures.Reads:0.00} | {figures.Cpu:0} | {figures.Cpu / baseline.Cpu:0.00} | {figures.Bytes / 1000:0.0} | "
                        + $"{Spread.OfMany(figures.Late).ToString("0")} | {figures.Heap[0]:0.0} | {figures.Heap[1]:0.0} | {figures.Unknown} |"));
            }
        }
    }
}
