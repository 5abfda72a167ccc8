using System.Globalization;
using System.Net;
using System.Text;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

/// <summary>
/// Small batches that are killed at any step and started again, on a server that is busy, breaks connections, and tears, garbles and mixes up its answers.
/// FMETYPED_LIVES sets how many there are, and FMETYPED_LIVES_SEED lives one again; the order of its threads may differ.
/// </summary>
[Trait("Suite", "kill")]
public sealed class KilledLivesTests(ITestOutputHelper output)
{
    private const int MostStarts = 8;

    [Fact]
    public async Task No_item_is_submitted_twice_and_what_a_batch_says_of_it_is_true()
    {
        int first = Setting("FMETYPED_LIVES_SEED") ?? Random.Shared.Next(1_000_000_000);
        int lives = Setting("FMETYPED_LIVES_SEED") is null ? Setting("FMETYPED_LIVES") ?? 2_000 : 1;
        output.WriteLine($"{lives} lives from seed {first}.");
        var told = new SortedDictionary<string, int>();
        int crashes = 0;
        for (int seed = first; seed < first + lives; seed++)
        {
            crashes += await LiveAsync(seed, told);
        }

        output.WriteLine($"{crashes} crashes; {string.Join(", ", told.Select(outcome => $"{outcome.Value} {outcome.Key}"))}");
        Assert.True(lives < 100 || (crashes > lives / 4 && told.ContainsKey(nameof(FmeBatchOutcome.Unknown))), "The lives have become monotonous.");
    }

    private static async Task<int> LiveAsync(int seed, SortedDictionary<string, int> told)
    {
        var random = new Random(seed);
        FmeApiVersion version = random.Next(2) == 0 ? FmeApiVersion.V3 : FmeApiVersion.V4;
        AustinDownload[] orders =
        [
            .. Enumerable.Range(1, random.Next(1, 4))
                .Select(number => new AustinDownload { Maxy = random.Next(4) == 0 ? -13 : number })
                .DistinctBy(order => order.Maxy),
        ];
        double[] troubles = [0, 0.05, 0.3];
        double trouble = troubles[random.Next(troubles.Length)];
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = random.Next(1, 4) };
        using var disk = new MemoryStream();
        int crashes = 0;
        for (int start = 1; ; start++)
        {
            bool isCalm = start == MostStarts;
            using var crash = new Crash(isCalm ? int.MaxValue : random.Next(1, 60));
            var faults = new Faults(new Random(random.Next()), isCalm ? 0 : trouble);
            server.Refuse = faults.Refuse;
            server.Garble = faults.Garble;
            server.Before = _ => StepAsync(crash, faults);
            server.After = _ => StepAsync(crash, faults);
            using FmeFlowClient fme = server.Client(version, time);
            disk.Position = 0;
            try
            {
                // It mends its last line when it is opened, and can die there.
                using var journal = new FmeBatchJournal(new CrashingFile(disk, crash, random));
                var options = new FmeBatchOptions<AustinDownload>
                {
                    Journal = journal,
                    Key = order => $"order {order.Maxy}",
                    Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan },
                };
                int done = 0;
                await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync(orders, options, crash.Token))
                {
                    if (!crash.IsOver)
                    {
                        Check(item, server, $"seed {seed}, start {start}");
                        told[$"{item.Outcome}"] = told.GetValueOrDefault($"{item.Outcome}") + 1;
                    }

                    done += item.Outcome is FmeBatchOutcome.Succeeded or FmeBatchOutcome.Failed or FmeBatchOutcome.Skipped ? 1 : 0;
                }

                Assert.True(!isCalm || done == orders.Length, $"seed {seed}: {done} of {orders.Length} items are done in the end.");
                if (done == orders.Length)
                {
                    break;
                }
            }
            catch (Exception failure) when (crash.IsOver && failure is OperationCanceledException or IOException)
            {
                crashes++;
            }
        }

        foreach (AustinDownload order in orders)
        {
            Assert.True(JobsOf(server, order) == 1, $"seed {seed}: order {order.Maxy} has {JobsOf(server, order)} jobs.");
        }

        string[] keys = [.. server.Jobs.Select(job => job.Directives!["fmetypedCorrelationKey"])];
        Assert.True(keys.Distinct().Count() == keys.Length, $"seed {seed}: one submission made several jobs.");
        return crashes;
    }

    private static void Check(FmeBatchItem<AustinDownload> item, JobServer server, string life)
    {
        bool isFailure = item.Request.Maxy == -13;
        bool isTrue = item.Outcome switch
        {
            FmeBatchOutcome.Succeeded => !isFailure && JobsOf(server, item.Request) == 1,
            FmeBatchOutcome.Failed => isFailure && JobsOf(server, item.Request) == 1,
            FmeBatchOutcome.Skipped => JobsOf(server, item.Request) == 1,
            FmeBatchOutcome.NotSubmitted => JobsOf(server, item.Request) == 0,
            _ => true,
        };
        Assert.True(isTrue && JobsOf(server, item.Request) <= 1, $"{life}: {item} with {JobsOf(server, item.Request)} jobs; {item.Error}");
        Assert.True(item.Job is null || server.Jobs[(int)item.Job.Id - 1].MaxY == $"{item.Request.Maxy}", $"{life}: {item} has the job of another item.");
    }

    private static int JobsOf(JobServer server, AustinDownload order) =>
        server.Jobs.Count(job => job.MaxY == string.Create(CultureInfo.InvariantCulture, $"{order.Maxy}"));

    private static Task StepAsync(Crash crash, Faults faults)
    {
        crash.Step();
        return faults.BreakAsync();
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private sealed class Faults(Random random, double trouble)
    {
        private static readonly HttpStatusCode[] Refusals =
        [
            HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadGateway, HttpStatusCode.InternalServerError,
            HttpStatusCode.GatewayTimeout,
        ];

        public Task BreakAsync() => Happens(4) ? throw new HttpRequestException("The connection was broken.") : Task.CompletedTask;

        public HttpStatusCode? Refuse(HttpRequestMessage request) => Happens(2) ? Refusals[Next(Refusals.Length)] : null;

        public byte[] Garble(HttpRequestMessage request, byte[] body) => !Happens(1) ? body : Next(8) switch
        {
            0 => [],
            1 => body[..(body.Length / 2)],
            2 => [.. "{\"x\":\""u8, 0xFF, .. "\","u8, .. body.Skip(1)],
            3 => [.. "{\"x\":\"\\ud83d\","u8, .. body.Skip(1)],
            4 => Encoding.UTF8.GetBytes("<html><title>Something is wrong here</title></html>"),
            5 => Encoding.UTF8.GetBytes("[]"),
            6 => [.. "{\"statusMessage\":["u8, .. body, .. "]}"u8],
            _ => [.. Enumerable.Repeat((byte)'[', 1000)],
        };

        private bool Happens(int share)
        {
            lock (random)
            {
                return random.NextDouble() < trouble / share;
            }
        }

        private int Next(int most)
        {
            lock (random)
            {
                return random.Next(most);
            }
        }
    }
}
