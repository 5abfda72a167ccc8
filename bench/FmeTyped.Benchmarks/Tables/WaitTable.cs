using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>How long after its end a caller knows of a job, and what that costs in requests, by ways to wait. All wait at the same time.</summary>
internal static class WaitTable
{
    private const int InFlight = 8;

    private static readonly (double Seconds, int Rounds)[] Jobs = [(0.1, 20), (1, 10), (5, 4), (30, 1)];

    public static async Task PrintAsync()
    {
        await using WaitServer server = await WaitServer.StartAsync();
        using FmeFlowClient held = NewClient(server.Url, TimeSpan.FromSeconds(45));
        using FmeFlowClient polling = NewClient(server.Url, TimeSpan.Zero);
        using HttpClient http = Callers.NewHttpClient(server.Url);
        (string Name, Func<string, Task<long>> RunAsync)[] ways =
        [
            ("FmeTyped", seconds => RunAsync(held, seconds)),
            ("FmeTyped, polling", seconds => RunAsync(polling, seconds)),
            ("a loop of one second", seconds => LoopAsync(http, seconds)),
            ("the synchronous call", seconds => SubmitAsync(http, "/fmeapiv4/jobs/sync", seconds)),
        ];
        Console.WriteLine($"Median (quartiles); {InFlight} jobs at once for each way to wait, all ways at the same time. {Machine.Description}.");
        Console.WriteLine();
        Console.WriteLine("| a job of | | known after its end, ms | requests a job |");
        Console.WriteLine("|---|---|---|---|");
        await MeasureAsync(server, ways, 0.1); // To warm up.
        foreach ((double seconds, int rounds) in Jobs)
        {
            var figures = ways.Select(_ => new List<(double Late, double Requests)>()).ToArray();
            for (int round = 0; round < rounds; round++)
            {
                foreach ((List<(double, double)> all, IEnumerable<(double, double)> some) in figures.Zip(await MeasureAsync(server, ways, seconds)))
                {
                    all.AddRange(some);
                }
            }

            foreach (((string name, _), List<(double Late, double Requests)> own) in ways.Zip(figures))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {seconds} s | {name} | {Spread.OfMany(own.Select(figure => figure.Late)).ToString("0.0")} | "
                        + $"{own.Average(figure => figure.Requests):0.0} |"));
            }
        }
    }

    private static FmeFlowClient NewClient(Uri server, TimeSpan longPoll) => new(
        new FmeFlowOptions { ServerUrl = server, Token = Callers.Token, ApiVersion = FmeApiVersion.V4, LongPollTime = longPoll }, Callers.NewHttpClient());

    private static async Task<IEnumerable<(double Late, double Requests)>[]> MeasureAsync(
        WaitServer server, (string Name, Func<string, Task<long>> RunAsync)[] ways, double seconds)
    {
        // They do not end all at once.
        Task<(double, double)[]>[] running =
        [
            .. ways.Select(way => Task.WhenAll(
                Enumerable.Range(0, InFlight).Select(job => OneAsync(server, way.RunAsync, seconds * (1 + (0.03 * job)))))),
        ];
        return [.. (await Task.WhenAll(running)).Select(figures => figures.AsEnumerable())];
    }

    private static async Task<(double Late, double Requests)> OneAsync(WaitServer server, Func<string, Task<long>> runAsync, double seconds)
    {
        long id = await runAsync(seconds.ToString(CultureInfo.InvariantCulture));
        long known = TimeProvider.System.GetTimestamp();
        WaitServer.Job job = server.Find(id);
        return (TimeProvider.System.GetElapsedTime(await job.End, known).TotalMilliseconds, job.Requests);
    }

    private static async Task<long> RunAsync(FmeFlowClient client, string seconds)
    {
        var options = new FmeRunOptions { Directives = new Dictionary<string, string> { ["seconds"] = seconds } };
        return (await client.RunAsync(AustinOrders.Typed(), options)).Id;
    }

    private static async Task<long> LoopAsync(HttpClient http, string seconds)
    {
        long id = await SubmitAsync(http, "/fmeapiv4/jobs", seconds);
        while (true)
        {
            JsonElement job = await http.GetFromJsonAsync<JsonElement>($"/fmeapiv4/jobs/{id}");
            if (job.GetProperty("status").GetString() == "success")
            {
                return id;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<long> SubmitAsync(HttpClient http, string path, string seconds)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            path, new { repository = "Samples", workspace = "austinDownload.fmw", directives = new { seconds } });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }
}
