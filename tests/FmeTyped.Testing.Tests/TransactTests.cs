using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

public sealed class TransactTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2022, 6, 6, 17, 55, 59, TimeSpan.Zero));

    [Fact]
    public async Task Transact_waits_until_the_job_has_ended()
    {
        await using Flow flow = await Flow.StartAsync(_time, queueTime: TimeSpan.FromSeconds(1), runTime: TimeSpan.FromSeconds(2));
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success(("airports", 929), ("cenart", 3883)));
        Task<JsonElement> call = flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.OK);
        await flow.SubmittedAsync();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("PULLED", await flow.StatusAsync(1));
        Assert.False(call.IsCompleted);
        Assert.Null(flow.Emulator.Requests[0].StatusCode);

        _time.Advance(TimeSpan.FromSeconds(1));
        JsonElement result = await call;
        Assert.Equal(
            """
            {"timeRequested":"2022-06-06T17:55:59Z","requesterResultPort":-1,"numFeaturesOutput":4812,"requesterHost":"127.0.0.1",
            "timeStarted":"2022-06-06T17:56:00Z","id":1,"timeFinished":"2022-06-06T17:56:02Z","priority":-1,
            "statusMessage":"Translation Successful","status":"SUCCESS"}
            """.ReplaceLineEndings(""),
            result.GetRawText());
    }

    [Fact]
    public async Task Transact_waits_by_the_real_clock_too()
    {
        await using Flow flow = await Flow.StartAsync(queueTime: TimeSpan.FromMilliseconds(3.3), runTime: TimeSpan.FromMilliseconds(4.4));
        JsonElement result = await flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.OK);
        Assert.Equal("SUCCESS", result.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Transact_waits_longer_than_one_timer_can()
    {
        await using Flow flow = await Flow.StartAsync(_time, runTime: TimeSpan.FromDays(100));
        Task<JsonElement> call = flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.OK);
        await flow.SubmittedAsync();
        _time.Advance(TimeSpan.FromDays(100));
        Assert.Equal("SUCCESS", (await call).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_job_cancelled_meanwhile_ends_the_waiting()
    {
        await using Flow flow = await Flow.StartAsync(_time);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        Task<JsonElement> call = flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.UnprocessableEntity);
        await flow.SubmittedAsync();
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("transformations/jobs/running/1"));
        Assert.Equal("ABORTED", (await call).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_caller_who_goes_away_leaves_the_job_running()
    {
        await using Flow flow = await Flow.StartAsync(_time, runTime: TimeSpan.FromSeconds(5));
        using var gone = new CancellationTokenSource();
        Task<HttpResponseMessage> call = flow.Http.PostAsync(Flow.Transact, new StringContent(Flow.Body), gone.Token);
        await flow.SubmittedAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("PULLED", await flow.StatusAsync(1));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("SUCCESS", await flow.StatusAsync(1));
    }

    // The guard is shorter than the 30 s after which a host breaks calls off by itself.
    [Fact(Timeout = 20_000)]
    public async Task Stopping_the_emulator_breaks_off_calls_that_wait()
    {
        Flow flow = await Flow.StartAsync(_time);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        Task<HttpResponseMessage> call = flow.Http.PostAsync(Flow.Transact, new StringContent(Flow.Body), TestContext.Current.CancellationToken);
        await flow.SubmittedAsync();
        await flow.Emulator.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        await flow.DisposeAsync();
    }
}
