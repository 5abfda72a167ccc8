using System.Net;
using FmeTyped.Tests.Server;

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

    [Fact]
    public async Task A_log_that_does_not_come_does_not_hold_the_counting_of_features()
    {
        var isReached = new TaskCompletionSource();
        using var server = new StubServer().Status("SUCCESS").Hang(isReached.SetResult);
        using FmeFlowClient fme = server.Client(_time, options => options.RequestTimeout = Timeout.InfiniteTimeSpan);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(
            new FmeWaitOptions { MinimumFeatures = 1, Timeout = TimeSpan.FromHours(1), ThrowOnFailure = false }, TestContext.Current.CancellationToken);
        await isReached.Task;
        _time.Advance(TimeSpan.FromHours(1));

        Assert.True((await wait).HasTooFewFeatures);
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

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
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

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
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

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
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

    private sealed class Recorder : IProgress<FmeJobRecord>
    {
        public List<FmeJobRecord> Records { get; } = [];

        public void Report(FmeJobRecord value) => Records.Add(value);
    }
}
