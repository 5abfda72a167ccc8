using System.Globalization;
using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.Testing;

namespace FmeTyped.EndToEnd.Tests.LoadTests;

/// <summary>
/// Many clients at once: no submission is lost or doubled, and nothing is kept of one that is done. <c>FMETYPED_LOAD</c> sets how many submissions there are
/// without a socket; over loopback it is a fifth.
/// </summary>
[Collection(nameof(LoadTests))]
[Trait("Suite", "load")]
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Clients = 64;
    private const int Rounds = 5;

    // Far below what anything weighs that would be kept of a submission: the job, its record, a request or an answer.
    private const int MostBytesKept = 64;

    // What the process does beside the test, such as compiling hot methods again.
    private const int Noise = 256 * 1024;

    private static readonly int Submissions =
        Environment.GetEnvironmentVariable("FMETYPED_LOAD") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20_000;

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task Nothing_is_lost_doubled_or_kept(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build, Submissions, listens: false);
        await RunAsync(flow, Submissions, () => new HttpClient(flow.CreateHandler()));
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task Nothing_is_lost_doubled_or_kept_over_sockets(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build, Submissions / 5, listens: true);
        await RunAsync(flow, Submissions / 5, () => new HttpClient());
    }

    private async Task RunAsync(FmeFlowEmulator flow, int submissions, Func<HttpClient> newHttpClient)
    {
        int[] seen = new int[submissions];
        flow.OnRun<AustinDownload>(request =>
        {
            Interlocked.Increment(ref seen[(int)request.Minx!.Value]);
            return FmeJobOutcome.Success(("roads", (long)request.Minx.Value));
        });
        int[] jobs = new int[submissions + 1];
        HttpClient[] https = [.. Enumerable.Range(0, Clients).Select(_ => newHttpClient())];
        FmeFlowClient[] clients = [.. https.Select(http => new FmeFlowClient(Emulated.OptionsFor(flow), http))];

        // The first round fills caches, pools and the emulator's history; the others must leave nothing behind.
        int next = -1;
        await LiveRoundAsync();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int round = 1; round < Rounds; round++)
        {
            await LiveRoundAsync();
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);

        output.WriteLine($"{submissions} submissions: {before:N0} bytes after the first round, {after:N0} in the end");
        Assert.All(seen, count => Assert.Equal(1, count));
        Assert.All(jobs.Skip(1), count => Assert.Equal(1, count));
        Assert.Equal(JobHistoryOf(submissions), flow.Submissions.Count);
        Assert.Equal(submissions, flow.Submissions[^1].JobId);
        int measured = submissions - JobHistoryOf(submissions);
        Assert.True(after - before < Noise + ((long)MostBytesKept * measured), $"{after - before:N0} bytes were kept of {measured} submissions.");
        Array.ForEach(https, http => http.Dispose());

        async Task LiveRoundAsync()
        {
            int end = next + 1 + JobHistoryOf(submissions);
            await Task.WhenAll(clients.Select(client => Task.Run(() => LiveAsync(client, end), TestContext.Current.CancellationToken)));
            next = end - 1;
        }

        async Task LiveAsync(FmeFlowClient client, int end)
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < end)
            {
                FmeJobResult result = await client.RunAsync(new AustinDownload { Minx = number }, cancellationToken: TestContext.Current.CancellationToken);
                Assert.Equal(number, result.FeatureCount);
                Interlocked.Increment(ref jobs[result.Id]);
            }
        }
    }

    // As long as a round: full when the measuring begins, and however late a client gets a processor, its job is still there.
    private static int JobHistoryOf(int submissions) => submissions / Rounds;

    private static Task<FmeFlowEmulator> StartAsync(int build, int submissions, bool listens) => FmeFlowEmulator.StartAsync(
        new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Repository.PathOf("workspaces.json")],
            BuildNumber = build,
            JobHistory = JobHistoryOf(submissions),
            Listens = listens,
        },
        TestContext.Current.CancellationToken);
}
