using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.Channels;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

/// <summary>A batch on a server that holds its answers until a job has ended: what that saves, and that nothing depends on it.</summary>
public sealed class HeldJobsTests
{
    private const int Jobs = 20;

    private static readonly TimeSpan LongPollTime = TimeSpan.FromSeconds(45);

    private readonly FakeTime _time = new();

    // So that the jobs come in the order of their numbers.
    private static FmeBatchOptions<AustinDownload> OneByOne { get; } = new()
    {
        MaximumRequestsInFlight = 1,
        Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_end_of_each_job_is_known_at_once_and_costs_one_request()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        ChannelReader<(long Job, TaskCompletionSource End)> held = Held(server);
        var areSubmitted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CallWhenAllAreSubmitted(server, areSubmitted.SetResult);
        using FmeFlowClient fme = NewClient(server, _time);

        // The clock stands still, so no round comes.
        Task<List<FmeBatchItem<AustinDownload>>> batch = ReadAsync(fme.RunAllAsync(Orders(), OneByOne, Token));
        await areSubmitted.Task;
        for (int ended = 0; ended < Jobs; ended++)
        {
            (long job, TaskCompletionSource end) = await held.ReadAsync(Token);
            server.Jobs[(int)job - 1].Status = "success";
            end.SetResult();
        }

        Assert.All(await batch, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        string[] reads = [.. server.Lines.Where(line => line.StartsWith("GET", StringComparison.Ordinal))];
        Assert.Equal(Jobs, reads.Length);
        Assert.All(reads, line => Assert.EndsWith("/result?longPoll=true", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_most_eight_calls_are_held_at_once_and_they_are_of_the_oldest_jobs()
    {
        using var begun = new SemaphoreSlim(0);
        var held = new ConcurrentQueue<long>();
        var isFull = new TaskCompletionSource();
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        server.Hold = request =>
        {
            if (JobOf(request) is not { } job)
            {
                return Task.CompletedTask;
            }

            held.Enqueue(job);
            begun.Release();
            _ = held.Count == 8 && isFull.TrySetResult();
            return new TaskCompletionSource().Task;
        };

        // The next job is made when the wait for the last one has begun, so that the oldest are the first to wait.
        server.Before = request =>
            request.Method == HttpMethod.Post && server.Jobs.Count is > 0 and <= 8 ? begun.WaitAsync(Token) : Task.CompletedTask;
        using FmeFlowClient fme = NewClient(server, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var areSubmitted = new TaskCompletionSource();
        CallWhenAllAreSubmitted(server, areSubmitted.SetResult);
        Task batch = ReadAsync(fme.RunAllAsync(Orders(), OneByOne, stop.Token));

        await isFull.Task;
        await areSubmitted.Task;
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], held);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_that_was_deleted_is_held_no_longer_and_the_next_round_tells_of_it(bool isGone)
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        ChannelReader<(long Job, TaskCompletionSource End)> held = Held(server);
        using FmeFlowClient fme = NewClient(server, _time);

        Task<List<FmeBatchItem<AustinDownload>>> batch = ReadAsync(fme.RunAllAsync(Orders(), OneByOne, Token));
        HashSet<long> jobs = [];
        while (jobs.Count < Jobs)
        {
            (long job, TaskCompletionSource end) = await held.ReadAsync(Token);
            Assert.True(jobs.Add(job), $"Job {job} is held again.");
            server.Jobs[(int)job - 1].Status = "deleted";
            server.Jobs[(int)job - 1].IsPurged = isGone;
            end.SetResult();
        }

        await PassAsync(TimeSpan.FromMilliseconds(250));
        Assert.All(await batch, item => Assert.Equal(FmeBatchOutcome.Purged, item.Outcome));
    }

    [Fact]
    public async Task A_job_that_runs_longer_than_a_call_may_take_is_held_again()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        ChannelReader<(long Job, TaskCompletionSource End)> held = Held(server);
        using FmeFlowClient fme = NewClient(server, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task batch = ReadAsync(fme.RunAllAsync(Orders(), OneByOne, stop.Token));
        long[] first = await EightAsync();
        _time.Advance(LongPollTime);
        long[] second = await EightAsync();

        Assert.Equal(first, second);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);

        async Task<long[]> EightAsync()
        {
            List<long> jobs = [];
            while (jobs.Count < 8)
            {
                jobs.Add((await held.ReadAsync(Token)).Job);
            }

            return [.. jobs.Order()];
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task What_a_held_call_does_not_tell_the_rounds_find_out(HttpStatusCode? answer)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = 3, Refuse = request => JobOf(request) is null ? null : answer };
        server.Hold = request => JobOf(request) is not null && answer is null ? new TaskCompletionSource().Task : Task.CompletedTask;
        using FmeFlowClient fme = NewClient(server, time);

        List<FmeBatchItem<AustinDownload>> items = await ReadAsync(fme.RunAllAsync(Orders(), options: null, Token));

        Assert.Equal(Jobs, items.Count);
        Assert.All(items, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_call_is_asked_by_few_of_the_jobs()
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = 3, Refuse = request => JobOf(request) is null ? null : HttpStatusCode.BadRequest };
        using FmeFlowClient fme = NewClient(server, time);

        List<FmeBatchItem<AustinDownload>> items = await ReadAsync(fme.RunAllAsync(Orders(), options: null, Token));

        Assert.All(items, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        Assert.InRange(server.Lines.Count(line => line.EndsWith("longPoll=true", StringComparison.Ordinal)), 1, 8);
    }

    // Eager time passes faster than a busy machine, so the wait has no end of its own.
    private static FmeFlowClient NewClient(JobServer server, TimeProvider time) => server.Client(FmeApiVersion.V4, time, options =>
    {
        options.LongPollTime = LongPollTime;
        options.WaitTimeout = Timeout.InfiniteTimeSpan;
    });

    private static IEnumerable<AustinDownload> Orders() => Enumerable.Range(1, Jobs).Select(number => new AustinDownload { Maxy = number });

    private static void CallWhenAllAreSubmitted(JobServer server, Action action) => server.After = request =>
    {
        if (request.Method == HttpMethod.Post && server.Jobs.Count == Jobs)
        {
            action();
        }

        return Task.CompletedTask;
    };

    /// <summary>The held calls as they come, which is in the order in which the waits begin, and what lets each go on.</summary>
    private static ChannelReader<(long Job, TaskCompletionSource End)> Held(JobServer server)
    {
        var held = Channel.CreateUnbounded<(long Job, TaskCompletionSource End)>();
        server.Hold = request =>
        {
            if (JobOf(request) is not { } job)
            {
                return Task.CompletedTask;
            }

            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            held.Writer.TryWrite((job, end));
            return end.Task;
        };
        return held.Reader;
    }

    /// <summary>The job that a held call asks for; null for every other call.</summary>
    private static long? JobOf(HttpRequestMessage request) => request.RequestUri!.Query == "?longPoll=true"
        ? long.Parse(request.RequestUri.AbsolutePath.Split('/')[^2], CultureInfo.InvariantCulture)
        : null;

    /// <summary>Lets a delay of so long pass when it has begun.</summary>
    private async Task PassAsync(TimeSpan delay)
    {
        while (await _time.NextTimerAsync() != delay)
        {
        }

        _time.Advance(delay);
    }

    private static async Task<List<FmeBatchItem<AustinDownload>>> ReadAsync(IAsyncEnumerable<FmeBatchItem<AustinDownload>> items)
    {
        List<FmeBatchItem<AustinDownload>> read = [];
        await foreach (FmeBatchItem<AustinDownload> item in items)
        {
            read.Add(item);
        }

        return read;
    }
}
