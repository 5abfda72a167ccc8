using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

public sealed class BatchTests
{
    private const double Failing = -13;

    private readonly EagerTime _time = new();

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    public static MatrixTheoryData<FmeApiVersion, int> ListedWorkspaces => new([FmeApiVersion.V3, FmeApiVersion.V4], [1, 2]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FmeWaitOptions Patient { get; } = new() { Timeout = Timeout.InfiniteTimeSpan };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Each_item_has_one_outcome_and_none_throws(FmeApiVersion version)
    {
        using var server = new JobServer { Time = _time, Steps = 3 };
        using FmeFlowClient fme = server.Client(version, _time);
        var progress = new Recorder();
        AustinDownload[] orders =
            [new() { Maxy = 1 }, new() { Maxy = Failing }, new() { Maxy = double.NaN }, new() { Maxy = 2 }, new() { Maxy = 3 }, new() { Maxy = 4 }];

        FmeBatchItem<AustinDownload>[] items =
            await ReadAsync(fme.RunAllAsync(orders, new FmeBatchOptions<AustinDownload> { Progress = progress, Wait = Patient }, Token));

        Assert.Equal(
            [
                FmeBatchOutcome.Succeeded, FmeBatchOutcome.Failed, FmeBatchOutcome.NotSubmitted, FmeBatchOutcome.Succeeded, FmeBatchOutcome.Succeeded,
                FmeBatchOutcome.Succeeded,
            ],
            items.OrderBy(item => item.Index).Select(item => item.Outcome));
        Assert.All(items, item => Assert.Same(orders[item.Index], item.Request));
        Assert.IsType<FmeValidationException>(items.Single(item => item.Index == 2).Error);
        Assert.Equivalent(new FmeBatchProgress { Taken = 6, Succeeded = 4, Failed = 2 }, progress.Last, strict: true);
        Assert.Equal(5, server.Jobs.Count);
    }

    [Fact]
    public async Task The_source_is_read_as_places_come_free_and_outcomes_are_taken()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        int taken = 0;
        IAsyncEnumerator<FmeBatchItem<AustinDownload>> items = fme
            .RunAllAsync(
                Orders(100).Select(order => (taken++, order).order), new FmeBatchOptions<AustinDownload> { MaximumJobsInFlight = 5, Wait = Patient }, Token)
            .GetAsyncEnumerator(Token);

        Assert.Equal(0, taken);
        Assert.True(await items.MoveNextAsync());
        for (int i = 0; i < 20; i++)
        {
            Assert.True(taken <= 5 + i, $"{taken} were taken.");
            Assert.True(await items.MoveNextAsync());
        }

        await items.DisposeAsync();
        int lines = server.Lines.Length;
        Assert.True(taken <= 26);
        Assert.Equal(lines, server.Lines.Length);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(3, 3)]
    public async Task As_many_submissions_are_under_way_as_allowed_and_no_more(int? given, int allowed)
    {
        using var server = new JobServer { Time = _time };
        var areAllThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int begun = 0;
        int now = 0;
        int most = 0;
        server.Before = async request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                InterlockedMax(ref most, Interlocked.Increment(ref now));
                Look();
                await areAllThere.Task.WaitAsync(Token);
                Interlocked.Decrement(ref now);
            }
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        FmeBatchOptions<AustinDownload> options = given is { } number
            ? new() { RunOptions = Begin, MaximumRequestsInFlight = number }
            : new() { RunOptions = Begin };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.SubmitAllAsync(Orders(100), options, Token));

        Assert.All(items, item => Assert.Equal(FmeBatchOutcome.Submitted, item.Outcome));
        Assert.Equal(100, server.Jobs.Count);
        Assert.Equal(allowed, most);

        FmeRunOptions Begin(AustinDownload order)
        {
            Interlocked.Increment(ref begun);
            Look();
            return new FmeRunOptions();
        }

        // The first go on when every place is taken, so that all the others have come as far as they may.
        void Look() => _ = Volatile.Read(ref begun) >= 32 && Volatile.Read(ref now) >= allowed && areAllThere.TrySetResult();
    }

    [Theory]
    [MemberData(nameof(ListedWorkspaces))]
    public async Task Jobs_are_waited_for_by_lists_and_each_record_is_read_once(FmeApiVersion version, int workspaces)
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        int lists = 0;
        int start = 0;
        server.After = request =>
        {
            // Before the last of them is there, few jobs are looked at one by one.
            if (request.Method != HttpMethod.Get || request.RequestUri!.Query.Length == 0 || server.Jobs.Count < 20)
            {
                return Task.CompletedTask;
            }

            if (++lists == 1)
            {
                start = server.Lines.Length;
            }

            if (lists == 20)
            {
                foreach (JobServer.Job job in server.Jobs)
                {
                    job.Status = "success";
                }
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(version, _time);

        var options = new FmeBatchOptions<AustinDownload>
        {
            RunOptions = order => new FmeRunOptions { Workspace = $"w{order.Maxy % workspaces}.fmw" },
            Wait = Patient,
        };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.RunAllAsync(Orders(20), options, Token));

        Assert.All(items, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        Assert.Equal(
            20, server.Lines.Skip(start).Count(line => line.StartsWith("GET", StringComparison.Ordinal) && !line.Contains('?', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_that_may_not_be_seen_is_done_without()
    {
        using var server =
            new JobServer { Time = _time, Steps = 3, Refuse = request => request.RequestUri!.Query.Length > 0 ? HttpStatusCode.Forbidden : null };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.RunAllAsync(Orders(10), new FmeBatchOptions<AustinDownload> { Wait = Patient }, Token));

        Assert.All(items, item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
    }

    [Fact]
    public async Task A_failure_can_stop_the_submitting()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload> { MaximumJobsInFlight = 2, StopOnFailure = FmeBatchFailureMode.Submitting, Wait = Patient };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.RunAllAsync(Orders(100).Prepend(new AustinDownload { Maxy = Failing }), options, Token));

        Assert.InRange(items.Length, 1, 90);
        Assert.Contains(items, item => item.Outcome == FmeBatchOutcome.Failed);
        Assert.DoesNotContain(server.Jobs, job => job.IsCancelled);
    }

    [Fact]
    public async Task A_failure_can_cancel_what_runs()
    {
        using var server = new JobServer { Time = _time, Steps = 1000 };
        server.After = request =>
        {
            if (server.Jobs.Count == 4)
            {
                server.Jobs.Single(job => job.MaxY == "-13").Status = "failure";
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload> { MaximumJobsInFlight = 4, StopOnFailure = FmeBatchFailureMode.Jobs, Wait = Patient };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.RunAllAsync(Orders(100).Prepend(new AustinDownload { Maxy = Failing }), options, Token));

        Assert.Equal(4, items.Count(item => item.Outcome == FmeBatchOutcome.Failed));
        Assert.Equal(3, server.Jobs.Count(job => job.IsCancelled));
        Assert.InRange(items.Length, 4, 8);
    }

    [Fact]
    public async Task A_server_that_has_no_time_now_is_asked_again()
    {
        int refusals = 0;
        using var server = new JobServer
        {
            Time = _time,
            Refuse = request => request.Method == HttpMethod.Post && Interlocked.Increment(ref refusals) <= 4 ? HttpStatusCode.TooManyRequests : null,
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload>[] items =
            await ReadAsync(fme.SubmitAllAsync(Orders(10), new FmeBatchOptions<AustinDownload> { MaximumRequestsInFlight = 1 }, Token));

        Assert.All(items, item => Assert.Equal(FmeBatchOutcome.Submitted, item.Outcome));
        Assert.Equal(10, server.Jobs.Count);
    }

    [Fact]
    public async Task A_server_that_never_has_time_is_the_items_error()
    {
        using var server = new JobServer { Time = _time, Refuse = _ => HttpStatusCode.ServiceUnavailable };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload> item = Assert.Single(await ReadAsync(fme.RunAllAsync(Orders(1), cancellationToken: Token)));

        Assert.Equal(FmeBatchOutcome.NotSubmitted, item.Outcome);
        Assert.IsType<FmeServerUnavailableException>(item.Error);
        Assert.Equal(5, server.Lines.Length);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_lost_answer_is_looked_up(FmeApiVersion version)
    {
        using var server = new JobServer { Time = _time, After = LoseOnce() };
        using FmeFlowClient fme = server.Client(version, _time);

        FmeBatchItem<AustinDownload> item =
            Assert.Single(await ReadAsync(fme.RunAllAsync(Orders(1), new FmeBatchOptions<AustinDownload> { Wait = Patient }, Token)));

        Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome);
        Assert.Single(server.Jobs);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_submission_that_was_lost_on_its_way_is_sent_again(FmeApiVersion version)
    {
        using var server = new JobServer { Time = _time, Before = LoseOnce() };
        using FmeFlowClient fme = server.Client(version, _time);

        FmeBatchItem<AustinDownload> item =
            Assert.Single(await ReadAsync(fme.RunAllAsync(Orders(1), new FmeBatchOptions<AustinDownload> { Wait = Patient }, Token)));

        Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome);
        Assert.Single(server.Jobs);
    }

    [Fact]
    public async Task Where_nobody_can_tell_it_is_not_sent_again()
    {
        using var server = new JobServer { Time = _time, RepeatsDirectives = false, After = LoseOnce() };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload> item = Assert.Single(await ReadAsync(fme.RunAllAsync(Orders(1), cancellationToken: Token)));

        Assert.Equal(FmeBatchOutcome.Unknown, item.Outcome);
        Assert.Contains("does not repeat the directives", item.Error!.Message, StringComparison.Ordinal);
        Assert.NotNull(Assert.IsType<FmeSubmissionUnknownException>(item.Error).CorrelationKey);
        Assert.Single(server.Jobs);
    }

    [Fact]
    public async Task A_purged_record_and_a_job_that_does_not_end_have_outcomes_of_their_own()
    {
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        server.After = _ =>
        {
            foreach (JobServer.Job job in server.Jobs.Where(job => job.MaxY == "1"))
            {
                job.IsPurged = true;
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload> { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(10) } };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.RunAllAsync(Orders(2), options, Token));

        Assert.Equal([FmeBatchOutcome.Purged, FmeBatchOutcome.Unfinished], items.OrderBy(item => item.Index).Select(item => item.Outcome));
        Assert.IsType<FmeWaitTimeoutException>(items.Single(item => item.Index == 1).Error);
        Assert.All(items, item => Assert.NotNull(item.Job));
    }

    [Fact]
    public async Task A_source_may_come_by_and_by_and_its_error_is_the_batchs()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        Assert.Equal(
            3, (await ReadAsync(fme.RunAllAsync(SlowlyAsync(fails: false, Token), new FmeBatchOptions<AustinDownload> { Wait = Patient }, Token))).Length);
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(fme.RunAllAsync(SlowlyAsync(fails: true, Token), cancellationToken: Token)));

        static async IAsyncEnumerable<AustinDownload> SlowlyAsync(bool fails, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (AustinDownload order in Orders(3))
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return order;
            }

            if (fails)
            {
                throw new InvalidDataException("The source is bad.");
            }
        }
    }

    [Fact]
    public async Task A_cancelled_token_ends_it()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new JobServer { Time = _time, Steps = int.MaxValue };
        server.After = _ => server.Lines.Length >= 50 ? cancellation.CancelAsync() : Task.CompletedTask;
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ReadAsync(fme.RunAllAsync(Orders(20), new FmeBatchOptions<AustinDownload> { Wait = Patient }, cancellation.Token)));
    }

    [Fact]
    public async Task Each_item_is_run_as_its_options_say()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload>
        {
            RunOptions = order =>
                order.Maxy == 2 ? throw new InvalidOperationException("Not this one.") : new FmeRunOptions { Workspace = $"w{order.Maxy}.fmw" },
        };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.SubmitAllAsync(Orders(3), options, Token));

        Assert.Equal(["w1.fmw", "w3.fmw"], server.Jobs.Select(job => job.Workspace).Order());
        Assert.Equal("Not this one.", items.Single(item => item.Outcome == FmeBatchOutcome.NotSubmitted).Error!.Message);
    }

    [Fact]
    public async Task An_item_whose_key_cannot_be_told_is_not_submitted()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload> { Key = order => order.Maxy == 2 ? throw new FormatException("No key.") : $"order {order.Maxy}" };

        FmeBatchItem<AustinDownload>[] items = await ReadAsync(fme.SubmitAllAsync(Orders(3), options, Token));

        Assert.Equal(["order 1", "1", "order 3"], items.OrderBy(item => item.Index).Select(item => item.Key));
        Assert.Equal("No key.", Assert.IsType<FormatException>(items.Single(item => item.Outcome == FmeBatchOutcome.NotSubmitted).Error).Message);
        Assert.Equal(2, server.Jobs.Count);
    }

    [Fact]
    public async Task The_activity_of_an_item_tells_how_its_job_ended()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FmeFlowClient.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using Activity root = new Activity("test").Start();
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload> { MaximumRequestsInFlight = 1, MaximumJobsInFlight = 1, Wait = Patient };

        await ReadAsync(fme.RunAllAsync([new() { Maxy = 1 }, new AustinDownload { Maxy = Failing }], options, Token));

        Assert.Equal(
            [(1L, "success", null), (2L, "failure", "FmeTyped.FmeJobFailedException")],
            ended
                .Where(activity => activity.TraceId == root.TraceId && activity.OperationName == "batch item")
                .Select(item => (item.GetTagItem("fme.job.id"), item.GetTagItem("fme.job.status"), item.GetTagItem("error.type"))));
    }

    public static TheoryData<string, FmeBatchOptions<AustinDownload>> Unusable => new()
    {
        { "FmeBatchOptions.MaximumRequestsInFlight has to be at least 1.", new() { MaximumRequestsInFlight = 0 } },
        { "FmeBatchOptions.MaximumJobsInFlight has to be at least 1.", new() { MaximumJobsInFlight = -1 } },
        { "FmeBatchOptions.StopOnFailure is not one of Never, Submitting and Jobs.", new() { StopOnFailure = (FmeBatchFailureMode)7 } },
        { "FmeBatchOptions.Wait can neither cancel jobs", new() { Wait = new FmeWaitOptions { CancelJobOnCancellation = true } } },
        { "FmeWaitOptions.InitialDelay has to be greater than zero", new() { Wait = new FmeWaitOptions { InitialDelay = TimeSpan.Zero } } },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public void Options_that_could_not_work_are_refused(string reason, FmeBatchOptions<AustinDownload> options)
    {
        using var server = new JobServer();
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4);

        Assert.StartsWith(reason, Assert.Throws<ArgumentException>(() => fme.RunAllAsync(Orders(1), options, Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_without_a_client_or_without_requests_is_refused_before_it_is_read()
    {
        using var server = new JobServer();
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4);
        FmeFlowClient none = null!;

        Assert.Throws<ArgumentNullException>("client", () => none.RunAllAsync(Orders(1), cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("client", () => none.SubmitAllAsync(Orders(1), cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("requests", () => fme.RunAllAsync((IEnumerable<AustinDownload>)null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("requests", () => fme.SubmitAllAsync((IEnumerable<AustinDownload>)null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("requests", () => fme.RunAllAsync((IAsyncEnumerable<AustinDownload>)null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("requests", () => fme.SubmitAllAsync((IAsyncEnumerable<AustinDownload>)null!, cancellationToken: Token));
    }

    private static IEnumerable<AustinDownload> Orders(int count) => Enumerable.Range(1, count).Select(i => new AustinDownload { Maxy = i });

    private static Func<HttpRequestMessage, Task> LoseOnce()
    {
        int posts = 0;
        return request => request.Method == HttpMethod.Post && Interlocked.Increment(ref posts) == 1
            ? throw new HttpRequestException("connection reset")
            : Task.CompletedTask;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static async Task<FmeBatchItem<AustinDownload>[]> ReadAsync(IAsyncEnumerable<FmeBatchItem<AustinDownload>> items)
    {
        List<FmeBatchItem<AustinDownload>> read = [];
        await foreach (FmeBatchItem<AustinDownload> item in items)
        {
            read.Add(item);
        }

        return [.. read];
    }

    private sealed class Recorder : IProgress<FmeBatchProgress>
    {
        public FmeBatchProgress? Last { get; private set; }

        public void Report(FmeBatchProgress value) => Last = value;
    }
}
