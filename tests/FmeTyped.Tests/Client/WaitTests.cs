using System.Net;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace FmeTyped.Tests.Client;

public sealed class WaitTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task It_looks_in_growing_intervals_until_the_job_has_ended()
    {
        using var server = new StubServer().Status("SUBMITTED", "QUEUED", "PULLED", "IN_PROCESS", "PULLED", "SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { InitialDelay = TimeSpan.FromSeconds(1), MaximumDelay = TimeSpan.FromSeconds(3) },
            TestContext.Current.CancellationToken);
        List<double> pauses = [];
        for (int i = 0; i < 5; i++)
        {
            pauses.Add((await _time.PassPauseAsync()).TotalSeconds);
        }

        Assert.True((await wait).Succeeded);
        Assert.Equal([1, 1.5, 2.25, 3, 3], pauses);
    }

    [Fact]
    public async Task A_usual_wait_looks_after_a_quarter_of_a_second_and_every_five_seconds_in_the_end()
    {
        using var server = new StubServer();
        for (int i = 0; i < 10; i++)
        {
            server.Status("PULLED");
        }

        server.Status("SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        List<double> pauses = [];
        for (int i = 0; i < 10; i++)
        {
            pauses.Add((await _time.PassPauseAsync()).TotalSeconds);
        }

        await wait;
        Assert.Equal([0.25, 5, 5], [pauses[0], .. pauses[8..]]);
    }

    [Fact]
    public async Task A_pause_is_a_millisecond_at_least()
    {
        using var server = new StubServer().Status("PULLED", "SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { InitialDelay = TimeSpan.FromTicks(1) }, TestContext.Current.CancellationToken);

        Assert.Equal(1, (await _time.PassPauseAsync()).TotalMilliseconds);
        await wait;
    }

    [Fact]
    public async Task The_log_tells_of_each_look_of_failures_and_of_the_end_of_the_time()
    {
        var logger = new FakeLogger<FmeFlowClient>();
        using var server = new StubServer().Status("QUEUED").Answer(HttpStatusCode.BadGateway).Status("PULLED");
        var options = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3, TimeProvider = _time,
        };
        using var fme = new FmeFlowClient(options, new HttpClient(server), logger);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { Timeout = TimeSpan.FromSeconds(4), InitialDelay = TimeSpan.FromSeconds(1) }, TestContext.Current.CancellationToken);
        for (int i = 0; i < 3; i++)
        {
            await _time.PassPauseAsync();
        }

        // The failure has passed, and is not why the time was not enough.
        Assert.Null((await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => wait)).InnerException);
        string[] messages = [.. logger.Collector.GetSnapshot().Select(record => record.Message)];
        Assert.Equal(
            ["Job 42 is QUEUED.", "Job 42 is PULLED.", "Job 42 did not end within 00:00:04. It goes on."],
            messages.Where(message => message.StartsWith("Job 42", StringComparison.Ordinal)));
        Assert.Contains(messages, message => message.StartsWith("Could not poll job 42 (1 failures in a row): ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_ends_the_waiting()
    {
        using var server = new StubServer().Status("PULLED").Answer(HttpStatusCode.Forbidden);
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        await _time.PassPauseAsync();

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeForbiddenException>(() => wait)).JobId);
    }

    [Fact]
    public async Task Progress_is_told_of_every_look()
    {
        using var server = new StubServer().Status("QUEUED", "PULLED", "SUCCESS");
        using FmeFlowClient fme = server.Client(_time);
        var progress = new Recorder();

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(new FmeWaitOptions { Progress = progress }, TestContext.Current.CancellationToken);
        await _time.PassPauseAsync();
        await _time.PassPauseAsync();
        await wait;

        Assert.Equal(["QUEUED", "PULLED", "SUCCESS"], progress.Records.Select(record => record.Status.Text));
    }

    [Fact]
    public async Task At_the_deadline_the_waiting_ends_and_the_job_does_not()
    {
        using var server = new StubServer().Status("QUEUED", "PULLED", "PULLED");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { Timeout = TimeSpan.FromSeconds(4), InitialDelay = TimeSpan.FromSeconds(1) },
            TestContext.Current.CancellationToken);
        Assert.Equal(1, (await _time.PassPauseAsync()).TotalSeconds);
        Assert.Equal(1.5, (await _time.PassPauseAsync()).TotalSeconds);
        Assert.Equal(1.5, (await _time.PassPauseAsync()).TotalSeconds);

        var error = await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => wait);
        Assert.Equal(42, error.JobId);
        Assert.Equal("PULLED", error.LastRecord!.Status.Text);
        Assert.Equal("Job 42 did not end within 00:00:04; it was last seen as PULLED. The job goes on: wait for it again, or cancel it.", error.Message);
        Assert.All(server.Lines, line => Assert.StartsWith("GET", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_does_not_hold_it_beyond_the_deadline()
    {
        var reached = new TaskCompletionSource();
        using var server = new StubServer().Hang(reached.SetResult);
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(new FmeWaitOptions { Timeout = TimeSpan.FromSeconds(4) }, TestContext.Current.CancellationToken);
        await reached.Task;
        _time.Advance(TimeSpan.FromSeconds(4));

        var error = await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => wait);
        Assert.Null(error.LastRecord);
        Assert.IsType<FmeServerUnavailableException>(error.InnerException);
        Assert.Equal("Job 42 did not end within 00:00:04. The job goes on: wait for it again, or cancel it.", error.Message);
    }

    [Fact]
    public async Task Without_a_timeout_of_its_own_the_clients_counts()
    {
        using var server = new StubServer().Status("QUEUED");
        using FmeFlowClient fme = server.Client(_time, options => options.WaitTimeout = TimeSpan.FromMilliseconds(100));

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(100, (await _time.PassPauseAsync()).TotalMilliseconds);

        await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => wait);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task The_waiting_call_of_the_server_has_the_same_time(int? minutes)
    {
        using var server = new StubServer().Answer("""{"id":42,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client(_time, options => options.WaitTimeout = TimeSpan.FromMinutes(2));
        TimeSpan? timeout = minutes is { } own ? TimeSpan.FromMinutes(own) : null;

        await fme.TransactAsync(
            new Sample.AustinDownload(), new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = timeout } }, TestContext.Current.CancellationToken);

        Assert.Equal(minutes ?? 2, (await _time.NextTimerAsync()).TotalMinutes);
    }

    [Fact]
    public async Task A_handle_without_a_repository_is_enough()
    {
        using var server = new StubServer().Status("SUCCESS");
        using FmeFlowClient fme = server.Client(_time);
        var handle = new FmeJobHandle { ServerUrl = new Uri("https://fme.example.com"), Id = 42, Workspace = "a.fmw" };

        Assert.True((await fme.Resume(handle).WaitAsync(TestContext.Current.CancellationToken)).Succeeded);
    }

    [Fact]
    public async Task It_waits_without_end_where_asked_to()
    {
        var server = new StubServer();
        using FmeFlowClient fme = server.Client(_time);
        for (int i = 0; i < 2000; i++)
        {
            server.Status("PULLED");
        }

        server.Status("SUCCESS");
        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan, MaximumDelay = TimeSpan.FromHours(1) }, TestContext.Current.CancellationToken);
        for (int i = 0; i < 2000; i++)
        {
            await _time.PassPauseAsync();
        }

        Assert.True((await wait).Succeeded);
    }

    [Theory]
    [InlineData("FME_FAILURE")]
    [InlineData("JOB_FAILURE")]
    [InlineData("ABORTED")]
    [InlineData("failure")]
    [InlineData("cancelled")]
    public async Task A_job_that_ended_badly_throws_unless_asked_not_to(string status)
    {
        using var server = new StubServer().Status(status, status);
        using FmeFlowClient fme = server.Client(_time);

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken));
        FmeJobResult result = await fme.GetJob(42).WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, TestContext.Current.CancellationToken);

        Assert.Equivalent(result, error.Result, strict: true);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task A_success_over_a_failed_result_is_a_failure()
    {
        using var server = new StubServer().Answer("""{"id":42,"status":"SUCCESS","result":{"id":42,"status":"FME_FAILURE","statusMessage":"No features"}}""");
        using FmeFlowClient fme = server.Client(_time);

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("FME_FAILURE", error.Result.Status.Text);
        Assert.Equal("No features", error.Result.StatusMessage);
    }

    [Fact]
    public async Task An_unknown_status_is_waited_out()
    {
        using var server = new StubServer().Status("HIBERNATING", "SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        await _time.PassPauseAsync();

        Assert.True((await wait).Succeeded);
    }

    [Fact]
    public async Task A_few_failures_in_a_row_are_borne_with()
    {
        using var server = new StubServer()
            .Status("PULLED")
            .Fail(new HttpRequestException("connection reset"))
            .Answer(HttpStatusCode.BadGateway)
            .Answer(HttpStatusCode.ServiceUnavailable)
            .Answer(HttpStatusCode.TooManyRequests, change: response => response.Headers.TryAddWithoutValidation("Retry-After", "60"))
            .Status("PULLED")
            .Fail(new HttpRequestException("connection reset"))
            .Status("SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        List<TimeSpan> pauses = [];
        for (int i = 0; i < 7; i++)
        {
            pauses.Add(await _time.PassPauseAsync());
        }

        Assert.True((await wait).Succeeded);
        Assert.Equal(TimeSpan.FromSeconds(60), pauses[4]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 24)]
    [InlineData(null, 24)]
    public async Task A_pause_that_the_server_asks_for_ends_at_the_deadline_or_after_a_day(int? timeout, int pause)
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.ServiceUnavailable, change: response => response.Headers.TryAddWithoutValidation("Retry-After", "1000000000"))
            .Status("SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { Timeout = timeout is { } hours ? TimeSpan.FromHours(hours) : Timeout.InfiniteTimeSpan },
            TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromHours(pause), await _time.PassPauseAsync());
        if (timeout == pause)
        {
            Assert.IsType<FmeServerUnavailableException>((await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => wait)).InnerException);
        }
        else
        {
            Assert.True((await wait).Succeeded);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task A_log_that_does_not_come_does_not_hold_the_counting_of_features(int? minutes)
    {
        var isReached = new TaskCompletionSource();
        using var server = new StubServer().Status("SUCCESS").Hang(isReached.SetResult);
        using FmeFlowClient fme = server.Client(
            _time, options => (options.RequestTimeout, options.WaitTimeout) = (Timeout.InfiniteTimeSpan, TimeSpan.FromMinutes(2)));

        TimeSpan? timeout = minutes is { } own ? TimeSpan.FromMinutes(own) : null;
        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { MinimumFeatures = 1, Timeout = timeout, ThrowOnFailure = false }, TestContext.Current.CancellationToken);
        await isReached.Task;
        _time.Advance(TimeSpan.FromMinutes(minutes ?? 2));

        Assert.True((await wait).HasTooFewFeatures);
    }

    [Fact]
    public async Task Watching_bears_with_a_failure_and_tells_that_the_record_is_gone()
    {
        using var server = new StubServer()
            .Status("QUEUED").Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.NotFound, """{"message":"Job 42 does not exist."}""");
        using FmeFlowClient fme = server.Client(_time);
        CancellationToken token = TestContext.Current.CancellationToken;

        Task watch = Task.Run(
            async () =>
            {
                await foreach (FmeJobRecord record in fme.GetJob(42).WatchAsync(cancellationToken: token))
                {
                    Assert.Equal("QUEUED", record.Status.Text);
                }
            },
            token);
        await _time.PassPauseAsync();
        await _time.PassPauseAsync();

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeJobPurgedException>(() => watch)).JobId);
    }

    [Fact]
    public async Task Each_look_and_each_failed_job_are_counted()
    {
        using var polls = new MetricCollector<long>(meterScope: null, FmeFlowClient.TelemetryName, "fme.job.polls");
        using var failures = new MetricCollector<long>(meterScope: null, FmeFlowClient.TelemetryName, "fme.job.failures");
        const string Failed = """{"id":42,"status":"FME_FAILURE","repository":"Mine","workspace":"counted.fmw"}""";
        using var server = new StubServer().Status("QUEUED").Answer(Failed).Status("QUEUED", "SUCCESS")
            .Answer("""{"id":42,"status":"FME_FAILURE"}""").Answer("""{"id":42}""").Answer("""{"id":42,"status":"FME_FAILURE"}""");
        using FmeFlowClient fme = server.Client(_time, options => options.ServerUrl = new Uri("https://counted.example.com"));
        CancellationToken token = TestContext.Current.CancellationToken;

        Task wait = fme.GetJob(42).WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, token);
        await _time.PassPauseAsync();
        await wait;
        Task watch = Task.Run(
            async () =>
            {
                await foreach (FmeJobRecord record in fme.GetJob(42).WatchAsync(cancellationToken: token))
                {
                    Assert.Equal(42, record.Id);
                }
            },
            token);
        await _time.NextTimerAsync();
        await _time.PassPauseAsync();
        await watch;
        var quietly = new FmeRunOptions { Wait = new() { ThrowOnFailure = false } };
        await fme.TransactAsync(new Sample.AustinDownload(), quietly, token);
        await fme.RunAsync(new Sample.AustinDownload(), quietly, token);

        Assert.Equal(5, OfClient(polls).Length);
        Assert.Equal(
            ["Mine/counted.fmw", "Samples/austinDownload.fmw", "Samples/austinDownload.fmw"],
            OfClient(failures).Select(measurement => $"{measurement.Tags["fme.repository"]}/{measurement.Tags["fme.workspace"]}"));

        static CollectedMeasurement<long>[] OfClient(MetricCollector<long> collector) =>
            [.. collector.GetMeasurementSnapshot().Where(measurement => Equals(measurement.Tags["server.address"], "counted.example.com"))];
    }

    [Fact]
    public async Task Many_failures_in_a_row_are_told_with_the_job()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client(_time);
        for (int i = 0; i < 5; i++)
        {
            server.Fail(new HttpRequestException("connection reset"));
        }

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < 4; i++)
        {
            await _time.PassPauseAsync();
        }

        var error = await Assert.ThrowsAsync<FmeServerUnavailableException>(() => wait);
        Assert.Equal(42, error.JobId);
        Assert.Contains("read job 42", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_vanishes_is_told_with_the_job()
    {
        using var server = new StubServer().Status("PULLED").Answer(HttpStatusCode.NotFound, """{"message":"Job 42 does not exist."}""");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        await _time.PassPauseAsync();

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeJobPurgedException>(() => wait)).JobId);
    }

    [Fact]
    public async Task A_cancelled_token_stops_the_waiting_and_not_the_job()
    {
        using var server = new StubServer().Status("PULLED");
        using FmeFlowClient fme = server.Client(_time);
        using var cancellation = new CancellationTokenSource();

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: cancellation.Token);
        await _time.NextTimerAsync();
        await _time.NextTimerAsync();
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<FmeOperationCanceledException>(() => wait);
        Assert.Equal(("The wait was cancelled.", 42L), (error.Message, error.JobId));
        Assert.Equal("Could not wait for job 42: the call was cancelled, and the job goes on.", error.InnerException!.Message);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(["GET /fmerest/v3/transformations/jobs/id/42"], server.Lines);
    }

    [Fact]
    public async Task A_cancelled_token_cancels_the_job_where_asked_to()
    {
        using var server = new StubServer().Status("PULLED").Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client(_time);
        using var cancellation = new CancellationTokenSource();

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(new FmeWaitOptions { CancelJobOnCancellation = true }, cancellation.Token);
        await _time.NextTimerAsync();
        await _time.NextTimerAsync();
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<FmeOperationCanceledException>(() => wait);
        Assert.Equal("Could not wait for job 42: the call was cancelled, and the server was asked to cancel the job.", error.InnerException!.Message);
        Assert.Equal("DELETE /fmerest/v3/transformations/jobs/running/42", server.Lines.Last());
    }

    [Fact]
    public async Task A_job_that_could_not_be_cancelled_is_told()
    {
        using var server = new StubServer().Status("PULLED").Answer(HttpStatusCode.Forbidden);
        using FmeFlowClient fme = server.Client(_time);
        using var cancellation = new CancellationTokenSource();

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(new FmeWaitOptions { CancelJobOnCancellation = true }, cancellation.Token);
        await _time.NextTimerAsync();
        await _time.NextTimerAsync();
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<FmeOperationCanceledException>(() => wait);
        Assert.Equal((42L, cancellation.Token), (error.JobId, error.CancellationToken));
        Assert.Equal(2, Assert.IsType<AggregateException>(error.InnerException).InnerExceptions.Count);
        Assert.Contains("job 42 goes on", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_whose_job_is_to_be_cancelled_is_brought_to_its_end_first()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new StubServer()
            .Do((_, _) =>
            {
                cancellation.Cancel();
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent("""{"id":42}""") });
            })
            .Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client(_time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fme.RunAsync(
                new Sample.AustinDownload(), new FmeRunOptions { Wait = new FmeWaitOptions { CancelJobOnCancellation = true } }, cancellation.Token));

        Assert.Equal("DELETE /fmerest/v3/transformations/jobs/running/42", server.Lines.Last());
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, -1)]
    public async Task Times_that_make_no_sense_are_refused_before_anything_is_sent(int timeout, int initial, int maximum)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client(_time);
        var options = new FmeWaitOptions
        {
            Timeout = TimeSpan.FromSeconds(timeout),
            InitialDelay = TimeSpan.FromSeconds(initial),
            MaximumDelay = TimeSpan.FromSeconds(maximum),
        };

        await Assert.ThrowsAsync<ArgumentException>(
            () => fme.RunAsync(new Sample.AustinDownload(), new FmeRunOptions { Wait = options }, TestContext.Current.CancellationToken));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Time_that_was_over_long_ago_is_over_and_time_without_end_never_is()
    {
        var limited = new Deadline(TimeSpan.FromSeconds(3), _time);
        var endless = new Deadline(Timeout.InfiniteTimeSpan, _time);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((TimeSpan.FromSeconds(2), false), (limited.Remaining, limited.IsOver));

        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((TimeSpan.Zero, true), (limited.Remaining, limited.IsOver));
        Assert.Equal((Timeout.InfiniteTimeSpan, false), (endless.Remaining, endless.IsOver));
    }

    [Fact]
    public void Times_are_longer_than_nothing_and_at_most_49_days()
    {
        TimeSpan most = TimeSpan.FromDays(49);
        TimeSpan tick = TimeSpan.FromTicks(1);
        FmeWaitOptions[] usable =
        [
            new() { Timeout = tick, InitialDelay = tick, MaximumDelay = tick, MinimumFeatures = 0 },
            new() { Timeout = most, InitialDelay = most, MaximumDelay = most },
            new() { Timeout = Timeout.InfiniteTimeSpan },
        ];
        (string Name, FmeWaitOptions Options)[] unusable =
        [
            ("Timeout", new() { Timeout = TimeSpan.Zero }),
            ("Timeout", new() { Timeout = most + tick }),
            ("InitialDelay", new() { InitialDelay = TimeSpan.Zero }),
            ("InitialDelay", new() { InitialDelay = most + tick }),
            ("MaximumDelay", new() { MaximumDelay = TimeSpan.Zero }),
            ("MaximumDelay", new() { MaximumDelay = most + tick }),
        ];

        Assert.All([null, .. usable], FmeWaitOptionsValidation.Check);
        Assert.All(unusable, wait => Assert.Equal(
            $"FmeWaitOptions.{wait.Name} has to be greater than zero and at most 49 days.",
            Assert.Throws<ArgumentException>(() => FmeWaitOptionsValidation.Check(wait.Options)).Message));
        Assert.Equal(
            "FmeWaitOptions.MinimumFeatures may not be negative.",
            Assert.Throws<ArgumentException>(() => FmeWaitOptionsValidation.Check(new FmeWaitOptions { MinimumFeatures = -1 })).Message);
    }

    [Fact]
    public void What_a_call_cannot_do_is_refused_with_what_to_do_instead()
    {
        const string Neither = ", so it can neither report progress nor cancel the job. Use ";
        const string Unset = ", or leave CancelJobOnCancellation and Progress unset.";
        var cancel = new FmeWaitOptions { CancelJobOnCancellation = true };
        var progress = new FmeWaitOptions { Progress = new Recorder() };
        var minimum = new FmeWaitOptions { MinimumFeatures = 1 };
        var quiet = new FmeWaitOptions { ThrowOnFailure = false };
        var wrong = new FmeWaitOptions { Timeout = TimeSpan.Zero };
        (Action<FmeWaitOptions?> Check, FmeWaitOptions[] Refused, FmeWaitOptions[] Taken, string Message)[] calls =
        [
            (FmeWaitOptionsValidation.CheckForWatch, [cancel, minimum], [progress, quiet],
                "WatchAsync only watches: leave CancelJobOnCancellation and MinimumFeatures unset, or use WaitAsync."),
            (FmeWaitOptionsValidation.CheckForTransact, [cancel, progress], [minimum, quiet],
                "TransactAsync learns the job's id only at its end" + Neither + "RunAsync" + Unset),
            (FmeWaitOptionsValidation.CheckForResult, [quiet], [cancel, progress, minimum],
                "A job that failed has no result, so ThrowOnFailure cannot be false here. Use WaitAsync to see how a job ended."),
            (FmeWaitOptionsValidation.CheckForStream, [cancel, progress], [minimum],
                "StreamAsync does not learn the job's id" + Neither + "DownloadAsync" + Unset),
        ];

        foreach ((Action<FmeWaitOptions?> check, FmeWaitOptions[] refused, FmeWaitOptions[] taken, string message) in calls)
        {
            Assert.All([null, .. taken], check);
            Assert.All(refused, wait => Assert.Equal(message + " (Parameter 'options')", Assert.Throws<ArgumentException>(() => check(wait)).Message));
            Assert.StartsWith("FmeWaitOptions.Timeout ", Assert.Throws<ArgumentException>(() => check(wrong)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => FmeWaitOptionsValidation.CheckForStream(quiet));
    }

    private sealed class Recorder : IProgress<FmeJobRecord>
    {
        public List<FmeJobRecord> Records { get; } = [];

        public void Report(FmeJobRecord value) => Records.Add(value);
    }
}
