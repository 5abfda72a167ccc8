using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

/// <summary>With a number of engines jobs wait for each other.</summary>
public sealed class EngineTests
{
    private static readonly TimeSpan RunTime = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_job_waits_until_an_engine_is_free()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartInProcessAsync(time, RunTime, engines: 2);
        await SubmitAsync(flow, 3);
        await AssertStatesAsync(flow, "PULLED", "PULLED", "QUEUED");
        time.Advance(TimeSpan.FromSeconds(9));
        await AssertStatesAsync(flow, "PULLED", "PULLED", "QUEUED");
        time.Advance(TimeSpan.FromSeconds(1));
        await AssertStatesAsync(flow, "SUCCESS", "SUCCESS", "PULLED");
        time.Advance(RunTime);
        await AssertStatesAsync(flow, "SUCCESS", "SUCCESS", "SUCCESS");
    }

    [Fact]
    public async Task A_cancellation_lets_the_next_job_run()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartInProcessAsync(time, RunTime, engines: 1);
        await SubmitAsync(flow, 3);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("transformations/jobs/queued/2"));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("transformations/jobs/running/1"));
        await AssertStatesAsync(flow, "ABORTED", "ABORTED", "PULLED");
        time.Advance(RunTime);
        await AssertStatesAsync(flow, "ABORTED", "ABORTED", "SUCCESS");
    }

    [Fact]
    public async Task A_waiting_call_waits_for_the_engine_too()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartInProcessAsync(time, RunTime, engines: 1);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        await SubmitAsync(flow, 1);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success());
        Task<JsonElement> waiting = flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.OK);
        time.Advance(TimeSpan.FromDays(1));
        Assert.False(waiting.IsCompleted);
        await flow.DeleteAsync("transformations/jobs/running/1");
        time.Advance(RunTime);
        Assert.Equal("SUCCESS", (await waiting).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_limit_of_the_queue_is_looked_at_when_the_engine_comes_free()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartInProcessAsync(time, RunTime, engines: 1);
        await SubmitAsync(flow, 1);
        await flow.SubmitAsync("""{"TMDirectives":{"ttl":5}}""");
        await SubmitAsync(flow, 1);
        time.Advance(TimeSpan.FromSeconds(6));
        await AssertStatesAsync(flow, "PULLED", "QUEUED", "QUEUED");
        time.Advance(TimeSpan.FromSeconds(4));
        await AssertStatesAsync(flow, "SUCCESS", "ABORTED", "PULLED");
    }

    [Fact]
    public async Task Engines_are_told_with_their_jobs()
    {
        await using Flow flow = await Flow.StartInProcessAsync(new FakeTimeProvider(), RunTime, engines: 2);
        await SubmitAsync(flow, 1);
        JsonElement v4 = await flow.GetAsync("/fmeapiv4/engines");
        Assert.Equal(["emulator runningJob 1", "emulator-2 idle -1"], v4.GetProperty("items").EnumerateArray()
            .Select(one => $"{one.GetProperty("name")} {one.GetProperty("state")} {one.GetProperty("currentJobID")}"));
        Assert.Equal(1, (await flow.GetAsync("/fmeapiv4/engines?state=idle")).GetProperty("totalCount").GetInt32());
        JsonElement v3 = await flow.GetAsync("transformations/engines?limit=-1&offset=-1");
        Assert.Equal(["emulator 1", "emulator-2 -1"], v3.GetProperty("items").EnumerateArray()
            .Select(one => $"{one.GetProperty("instanceName")} {one.GetProperty("currentJobID")}"));
        JsonElement queue = await flow.GetAsync("/fmeapiv4/queues/Default");
        Assert.Equal(1, queue.GetProperty("runningJobCount").GetInt32());
    }

    private static async Task SubmitAsync(Flow flow, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await flow.SubmitAsync();
        }
    }

    private static async Task AssertStatesAsync(Flow flow, params string[] states)
    {
        string?[] found = [];
        for (int id = 1; id <= states.Length; id++)
        {
            found = [.. found, await flow.StatusAsync(id)];
        }

        Assert.Equal(states, found);
    }
}
