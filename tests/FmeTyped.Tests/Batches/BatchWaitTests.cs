using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

/// <summary>How long a batch waits: between its looks, as the server asks, and never beyond its deadlines.</summary>
public sealed class BatchWaitTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(1_000_000_000);

    private readonly FakeTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rounds_come_in_growing_intervals_and_start_anew_when_a_job_has_ended()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 2);
        List<double> pauses = [await FirstPauseAsync(jobs: 2)];
        for (int i = 0; i < 9; i++)
        {
            pauses.Add(await NextPauseAsync());
        }

        pauses.Add(await NextPauseAsync(() => server.Jobs[0].Status = "success"));
        pauses.Add(await NextPauseAsync());
        pauses.Add(await NextPauseAsync(() => server.Jobs[1].Status = "success"));

        Assert.All(await items, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        Assert.Equal([250, 375, 563, 844, 1266, 1899, 2848, 4272, 5000, 5000, 5000, 250, 375], pauses);
    }

    [Fact]
    public async Task Rounds_come_later_while_few_of_many_jobs_end()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 20);
        List<double> pauses = [await FirstPauseAsync(jobs: 20)];

        // Four of twenty are few, and four of sixteen are not.
        pauses.Add(await NextPauseAsync(() => End(from: 0, to: 4)));
        pauses.Add(await NextPauseAsync(() => End(from: 4, to: 8)));
        pauses.Add(await NextPauseAsync(() => End(from: 8, to: 20)));

        Assert.All(await items, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        Assert.Equal([250, 375, 563, 250], pauses);

        void End(int from, int to)
        {
            foreach (JobServer.Job job in server.Jobs.Take(from..to))
            {
                job.Status = "success";
            }
        }
    }

    [Fact]
    public async Task A_job_whose_record_was_purged_is_watched_no_longer_so_that_the_two_others_need_no_list()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 3);
        await FirstPauseAsync(jobs: 3);
        await NextPauseAsync(() => server.Jobs[0].IsPurged = true);
        int lines = 0;
        await NextPauseAsync(() => lines = server.Lines.Length);
        await NextPauseAsync(() =>
        {
            server.Jobs[1].Status = "success";
            server.Jobs[2].Status = "success";
        });

        Assert.Equal(
            [FmeBatchOutcome.Purged, FmeBatchOutcome.Succeeded, FmeBatchOutcome.Succeeded],
            (await items).OrderBy(item => item.Job?.Id).Select(item => item.Outcome));
        Assert.All(server.Lines.Skip(lines), line => Assert.DoesNotContain('?', line));
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_between_rounds_is_kept()
    {
        using var server = new JobServer { Time = _time, RetryAfter = TimeSpan.FromSeconds(90), Refuse = RefuseReads };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 1);
        await FirstPauseAsync(jobs: 1);

        double asked = await NextPauseAsync(() => server.Refuse = _ => null);

        Assert.Equal(FmeBatchOutcome.Succeeded, Assert.Single(await items).Outcome);
        Assert.Equal(90_000, asked);
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_ends_at_the_deadline_and_the_next_job_is_looked_at()
    {
        using var server = new JobServer { Time = _time, RetryAfter = ForEver, Refuse = RefuseReads };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 2, atOnce: 1);
        await FirstPauseAsync(jobs: 1);

        Assert.Equal(Deadline.TotalMilliseconds - 250, await NextPauseAsync(() => server.Refuse = _ => null));
        while (!items.IsCompleted)
        {
            await Task.WhenAny(items, NextPauseAsync());
        }

        Assert.Equal([FmeBatchOutcome.Unfinished, FmeBatchOutcome.Succeeded], (await items).Select(item => item.Outcome));
        var error = Assert.IsType<FmeWaitTimeoutException>((await items)[0].Error);
        Assert.Equal(Deadline, error.Timeout);
        Assert.Equal(ForEver, Assert.IsType<FmeServerUnavailableException>(error.InnerException).RetryAfter);
    }

    [Fact]
    public async Task A_list_that_does_not_come_does_not_hold_the_deadlines()
    {
        var end = new TaskCompletionSource();
        var isReached = new TaskCompletionSource();
        using var server = new JobServer { Time = _time };
        server.Before = request =>
        {
            if (request.Method == HttpMethod.Get && request.RequestUri!.Query.Length > 0)
            {
                isReached.TrySetResult();
                return end.Task;
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 3, onItem: count => _ = count < 3 || end.TrySetResult());
        await FirstPauseAsync(jobs: 3);

        await isReached.Task;
        _time.Advance(Deadline - TimeSpan.FromMilliseconds(250));

        Assert.All(await items, item => Assert.IsType<FmeWaitTimeoutException>(item.Error));
    }

    [Fact]
    public async Task A_record_that_cannot_be_had_does_not_hold_the_other_jobs()
    {
        using var server = new JobServer
        {
            Time = _time,
            Refuse = request => request.RequestUri!.AbsolutePath.EndsWith("/jobs/1", StringComparison.Ordinal) ? HttpStatusCode.InternalServerError : null,
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 2);
        await FirstPauseAsync(jobs: 2);

        await NextPauseAsync();
        await NextPauseAsync(() => _time.Advance(Deadline));

        Assert.Equal([FmeBatchOutcome.Unfinished, FmeBatchOutcome.Succeeded], (await items).OrderBy(item => item.Job?.Id).Select(item => item.Outcome));
    }

    [Fact]
    public async Task A_list_that_may_not_be_seen_is_asked_for_once()
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = int.MaxValue };
        server.Refuse = request =>
        {
            if (request.RequestUri!.Query.Length == 0)
            {
                return null;
            }

            // From now on the jobs end, after some more rounds.
            server.Steps = server.Steps == int.MaxValue ? server.Jobs.Max(job => job.Reads) + 3 : server.Steps;
            return HttpStatusCode.Forbidden;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);

        Assert.All(await RunAsync(fme, 10, timeout: Timeout.InfiniteTimeSpan), item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        Assert.Single(server.Lines, line => line.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_without_end_is_done_without()
    {
        var time = new EagerTime();
        using var server = new JobServer
        {
            Time = time,
            List = offset =>
                $$"""{"items":[{{string.Join(',', Enumerable.Range(1_000_000 + offset, 500).Select(id => $$"""{"id":{{id}},"status":"queued"}"""))}}]"""
                    + $$""","totalCount":1000000000}""",
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);

        Assert.All(await RunAsync(fme, 5), item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        int rounds = server.Lines.Count(line => line.EndsWith("offset=0", StringComparison.Ordinal));
        Assert.InRange(server.Lines.Count(line => line.Contains('?', StringComparison.Ordinal)), 0, 5 * rounds);
    }

    [Fact]
    public async Task Attempts_come_in_growing_intervals()
    {
        using var server = new JobServer { Time = _time, Refuse = _ => HttpStatusCode.ServiceUnavailable };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = RunAsync(fme, 1);

        List<double> pauses = [];
        for (int i = 0; i < 4; i++)
        {
            pauses.Add(await NextPauseAsync());
        }

        Assert.Equal([1000, 2000, 3000, 4000], pauses);
        Assert.Equal(FmeBatchOutcome.NotSubmitted, Assert.Single(await items).Outcome);
        Assert.Equal(5, server.Lines.Length);
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_between_attempts_is_kept()
    {
        using var server = new JobServer { Time = _time, RetryAfter = TimeSpan.FromSeconds(90), Refuse = _ => HttpStatusCode.TooManyRequests };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = SubmitAsync(fme);

        TimeSpan pause = await TimerAsync();
        server.Refuse = _ => null;
        _time.Advance(pause);

        Assert.Equal(TimeSpan.FromSeconds(90), pause);
        Assert.Equal(FmeBatchOutcome.Submitted, Assert.Single(await items).Outcome);
    }

    [Fact]
    public async Task A_batch_without_a_time_of_its_own_waits_as_long_as_the_client_does()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = ReadAsync(
            fme.RunAllAsync([new AustinDownload { Maxy = 1 }], new FmeBatchOptions<AustinDownload> { MaximumRequestsInFlight = 1 }, Token), onItem: null);

        List<TimeSpan> timers = [await TimerAsync(), await TimerAsync()];
        _time.Advance(timers.Max());

        Assert.Equal(new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com") }.WaitTimeout, timers.Max());
        Assert.IsType<FmeWaitTimeoutException>(Assert.Single(await items).Error);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_for_ever_is_asked_once_more_at_the_deadline()
    {
        using var server = new JobServer { Time = _time, RetryAfter = ForEver, Refuse = _ => HttpStatusCode.ServiceUnavailable };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        Task<List<FmeBatchItem<AustinDownload>>> items = SubmitAsync(fme);

        TimeSpan pause = await TimerAsync();
        _time.Advance(pause);

        Assert.Equal(Deadline, pause);
        FmeBatchItem<AustinDownload> item = Assert.Single(await items);
        Assert.Equal(FmeBatchOutcome.NotSubmitted, item.Outcome);
        Assert.Equal(ForEver, Assert.IsType<FmeServerUnavailableException>(item.Error).RetryAfter);
        Assert.Equal(2, server.Lines.Length);
    }

    private static HttpStatusCode? RefuseReads(HttpRequestMessage request) => request.Method == HttpMethod.Get ? HttpStatusCode.ServiceUnavailable : null;

    private static Task<List<FmeBatchItem<AustinDownload>>> RunAsync(
        FmeFlowClient fme, int count, int atOnce = 32, Action<int>? onItem = null, TimeSpan? timeout = null) => ReadAsync(
        fme.RunAllAsync(
            Enumerable.Range(1, count).Select(i => new AustinDownload { Maxy = i }),
            new FmeBatchOptions<AustinDownload>
            {
                MaximumJobsInFlight = atOnce,
                MaximumRequestsInFlight = 1,
                Wait = new FmeWaitOptions { Timeout = timeout ?? Deadline },
            },
            Token),
        onItem);

    private static Task<List<FmeBatchItem<AustinDownload>>> SubmitAsync(FmeFlowClient fme) => ReadAsync(
        fme.SubmitAllAsync([new AustinDownload { Maxy = 1 }], new FmeBatchOptions<AustinDownload> { Wait = new FmeWaitOptions { Timeout = Deadline } }, Token),
        onItem: null);

    private static async Task<List<FmeBatchItem<AustinDownload>>> ReadAsync(IAsyncEnumerable<FmeBatchItem<AustinDownload>> items, Action<int>? onItem)
    {
        List<FmeBatchItem<AustinDownload>> read = [];
        await foreach (FmeBatchItem<AustinDownload> item in items)
        {
            read.Add(item);
            onItem?.Invoke(read.Count);
        }

        return read;
    }

    /// <summary>Lets the first pause pass, when all jobs are waited for.</summary>
    private async Task<double> FirstPauseAsync(int jobs)
    {
        List<TimeSpan> timers = [];
        while (timers.Count < jobs + 1)
        {
            timers.Add(await TimerAsync());
        }

        TimeSpan pause = timers.Min();
        Assert.Equal(jobs, timers.Count(timer => timer == Deadline));
        _time.Advance(pause);
        return pause.TotalMilliseconds;
    }

    /// <summary>Lets the next pause pass, which begins when the look before it is done.</summary>
    private async Task<double> NextPauseAsync(Action? before = null)
    {
        TimeSpan pause;
        do
        {
            pause = await TimerAsync();
        }
        while (pause == Deadline);
        before?.Invoke();
        _time.Advance(pause);
        return pause.TotalMilliseconds;
    }

    private async Task<TimeSpan> TimerAsync()
    {
        TimeSpan timer;
        do
        {
            timer = await _time.NextTimerAsync();
        }
        while (timer == Timeout.InfiniteTimeSpan);

        return timer;
    }
}
