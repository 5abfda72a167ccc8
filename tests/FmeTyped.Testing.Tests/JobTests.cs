using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

public sealed class JobTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2022, 6, 7, 18, 17, 38, TimeSpan.Zero));

    [Fact]
    public async Task A_job_is_queued_then_runs_then_succeeds()
    {
        await using Flow flow = await StartAsync();
        long id = await flow.SubmitAsync();
        JsonElement job = await flow.JobAsync(id);
        Assert.Equal("QUEUED", job.GetProperty("status").GetString());
        Assert.False(job.TryGetProperty("timeStarted", out _));
        Assert.False(job.TryGetProperty("result", out _));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(flow, $"transformations/jobs/id/{id}/log"));

        _time.Advance(TimeSpan.FromSeconds(2));
        job = await flow.JobAsync(id);
        Assert.Equal("PULLED", job.GetProperty("status").GetString());
        Assert.Equal("2022-06-07T18:17:40Z", job.GetProperty("timeStarted").GetString());
        Assert.False(job.TryGetProperty("timeFinished", out _));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(flow, $"transformations/jobs/id/{id}/result"));

        _time.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromTicks(1));
        Assert.Equal("PULLED", await flow.StatusAsync(id));
        _time.Advance(TimeSpan.FromTicks(1));
        job = await flow.JobAsync(id);
        Assert.Equal("SUCCESS", job.GetProperty("status").GetString());
        Assert.Equal("2022-06-07T18:17:38Z", job.GetProperty("timeSubmitted").GetString());
        Assert.Equal("2022-06-07T18:17:43Z", job.GetProperty("timeFinished").GetString());
        Assert.Equal(3000, job.GetProperty("elapsedTime").GetInt64());
        JsonAssert.Equal(job.GetProperty("result"), await flow.GetAsync($"transformations/jobs/id/{id}/result"));
    }

    [Fact]
    public async Task Lists_follow_the_jobs()
    {
        await using Flow flow = await StartAsync();
        long finished = await flow.SubmitAsync();
        _time.Advance(TimeSpan.FromSeconds(4));
        long running = await flow.SubmitAsync();
        _time.Advance(TimeSpan.FromSeconds(2));
        long queued = await flow.SubmitAsync();

        Assert.Equal([queued, running], await ListAsync(flow, "active"));
        Assert.Equal([queued], await ListAsync(flow, "queued"));
        Assert.Equal([running], await ListAsync(flow, "running"));
        Assert.Equal([finished], await ListAsync(flow, "completed"));
        Assert.Equal([running], await ListAsync(flow, "active?limit=1&offset=1"));
        Assert.Equal([queued, running], await ListAsync(flow, "active?repository=Samples&workspace=austinDownload.fmw"));
        Assert.Empty(await ListAsync(flow, "active?workspace=parcelReport.fmw"));
    }

    [Fact]
    public async Task A_running_job_is_cancelled_as_running_and_no_other_way()
    {
        await using Flow flow = await StartAsync();
        long id = await flow.SubmitAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"transformations/jobs/queued/{id}"));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"transformations/jobs/running/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"transformations/jobs/running/{id}"));

        _time.Advance(TimeSpan.FromHours(1));
        JsonElement job = await flow.JobAsync(id);
        Assert.Equal("ABORTED", job.GetProperty("status").GetString());
        Assert.Equal("ABORTED", job.GetProperty("result").GetProperty("status").GetString());
        Assert.Equal("Job cancelled. ", job.GetProperty("result").GetProperty("statusMessage").GetString());
        Assert.Equal("2022-06-07T18:17:41Z", job.GetProperty("timeFinished").GetString());
        Assert.Equal([id], await ListAsync(flow, "completed"));
    }

    [Fact]
    public async Task A_queued_job_is_cancelled_as_queued_and_never_starts()
    {
        await using Flow flow = await StartAsync();
        long id = await flow.SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"transformations/jobs/running/{id}"));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"transformations/jobs/queued/{id}"));
        _time.Advance(TimeSpan.FromHours(1));
        JsonElement job = await flow.JobAsync(id);
        Assert.Equal("ABORTED", job.GetProperty("status").GetString());
        Assert.False(job.TryGetProperty("timeStarted", out _));
    }

    [Fact]
    public async Task A_finished_or_unknown_job_cannot_be_cancelled()
    {
        await using Flow flow = await StartAsync();
        long id = await flow.SubmitAsync();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"transformations/jobs/running/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"transformations/jobs/queued/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync("transformations/jobs/running/99"));
        Assert.Equal("SUCCESS", await flow.StatusAsync(id));
    }

    [Theory]
    [InlineData("transformations/jobs/id/99")]
    [InlineData("transformations/jobs/id/99/log")]
    [InlineData("transformations/jobs/id/99/result")]
    [InlineData("transformations/jobs/id/99/request")]
    public async Task An_unknown_job_is_not_found(string path)
    {
        await using Flow flow = await StartAsync();
        await flow.GetAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_job_that_never_ends_runs_until_it_is_cancelled()
    {
        await using Flow flow = await StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        long id = await flow.SubmitAsync();
        _time.Advance(TimeSpan.FromDays(400));
        Assert.Equal("PULLED", await flow.StatusAsync(id));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"transformations/jobs/running/{id}"));
        Assert.Equal("ABORTED", await flow.StatusAsync(id));
    }

    [Fact]
    public async Task The_run_limit_aborts_a_job_that_runs_longer()
    {
        await using Flow flow = await StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        long id = await flow.SubmitAsync("""{"TMDirectives":{"ttc":60}}""");
        _time.Advance(TimeSpan.FromSeconds(2 + 59));
        Assert.Equal("PULLED", await flow.StatusAsync(id));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ABORTED", await flow.StatusAsync(id));
    }

    [Fact]
    public async Task The_queue_limit_aborts_a_job_when_an_engine_comes_free()
    {
        await using Flow flow = await StartAsync();
        long late = await flow.SubmitAsync("""{"TMDirectives":{"ttl":1}}""");
        long inTime = await flow.SubmitAsync("""{"TMDirectives":{"ttl":2}}""");
        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal("QUEUED", await flow.StatusAsync(late));
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal("ABORTED", await flow.StatusAsync(late));
        Assert.Equal("PULLED", await flow.StatusAsync(inTime));
    }

    private Task<Flow> StartAsync() => Flow.StartAsync(_time, queueTime: TimeSpan.FromSeconds(2), runTime: TimeSpan.FromSeconds(3));

    private static async Task<HttpStatusCode> StatusOfAsync(Flow flow, string path)
    {
        using HttpResponseMessage response = await flow.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<long[]> ListAsync(Flow flow, string list) =>
        [.. (await flow.GetAsync($"transformations/jobs/{list}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64())];
}
