using System.Globalization;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

[Trait("Suite", "kill")]
public sealed class KilledBatchTests
{
    [Theory]
    [InlineData(FmeApiVersion.V4, 2000, 1)]
    [InlineData(FmeApiVersion.V3, 200, 2)]
    [InlineData(FmeApiVersion.V4, 50, 3)]
    public async Task A_batch_killed_at_random_points_and_started_again_submits_each_item_exactly_once(FmeApiVersion version, int count, int seed)
    {
        var random = new Random(seed);
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = 2 };
        using var disk = new MemoryStream();
        using FmeFlowClient fme = server.Client(version, time);
        Dictionary<string, FmeBatchItem<AustinDownload>> outcomes = [];
        int crashes = 0;
        for (bool isDone = false; !isDone;)
        {
            using var crash = new Crash(random.Next(1, 100 + count));
            server.Before = StepAsync;
            server.After = StepAsync;
            disk.Position = 0;
            using var journal = new FmeBatchJournal(new CrashingFile(disk, crash, random));
            var options = new FmeBatchOptions<AustinDownload>
            {
                Journal = journal,
                Key = order => $"order {order.Maxy}",
                Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan },
            };
            try
            {
                await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync(Orders(count), options, crash.Token))
                {
                    outcomes[item.Key] = item;
                    if (item.Outcome != FmeBatchOutcome.Skipped)
                    {
                        crash.Step();
                    }
                }

                isDone = true;
            }
            catch (Exception failure) when (crash.IsOver && failure is OperationCanceledException or IOException)
            {
                crashes++;
            }

            // Looking for a lost submission reads many records, and has to come to its end now and then for the batch to go on.
            Task StepAsync(HttpRequestMessage request) =>
                request.Method == HttpMethod.Get && request.RequestUri!.Query.Length == 0 && !crash.IsOver ? Task.CompletedTask : crash.StepAsync();
        }

        Assert.True(crashes > 0);
        Assert.Equal(Enumerable.Range(1, count), server.Jobs.Select(job => int.Parse(job.MaxY!, CultureInfo.InvariantCulture)).Order());
        Assert.Equal(count, outcomes.Count);
        Assert.All(outcomes.Values, item =>
        {
            Assert.True(item.Outcome is FmeBatchOutcome.Succeeded or FmeBatchOutcome.Skipped, $"{item}");
            Assert.True(item.Result!.Succeeded);
            Assert.Equal(item.Job!.Id, item.Result.Id);
            Assert.Equal($"{item.Request.Maxy}", server.Jobs[(int)item.Job.Id - 1].MaxY);
        });
    }

    private static IEnumerable<AustinDownload> Orders(int count) => Enumerable.Range(1, count).Select(i => new AustinDownload { Maxy = i });
}
