using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests.V4;

public sealed class V4JobTests
{
    private const string Jobs = "/fmeapiv4/jobs";
    private const string All = $"{Jobs}?status=queued&status=running&status=success&status=failure&status=cancelled";

    [Fact]
    public async Task Every_end_has_its_word()
    {
        await using Flow flow = await Flow.StartAsync();
        string[] words = [];
        foreach (FmeJobOutcome outcome in (FmeJobOutcome[])
            [FmeJobOutcome.Success(), FmeJobOutcome.Failure("x"), FmeJobOutcome.JobFailure("x"), FmeJobOutcome.NeverEnds()])
        {
            flow.Emulator.OnRun<AustinDownload>(_ => outcome);
            JsonElement job = await flow.GetAsync($"{Jobs}/{await flow.SubmitAsync()}");
            words = [.. words, job.GetProperty("status").GetString()!];
        }

        Assert.Equal(["success", "failure", "failure", "running"], words);
        await flow.PostAsync($"{Jobs}/4/cancel");
        Assert.Equal("cancelled", (await flow.GetAsync($"{Jobs}/4")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Jobs_are_listed_by_the_states_that_are_asked_for()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(time, queueTime: TimeSpan.FromSeconds(10), runTime: TimeSpan.FromSeconds(10));
        await flow.SubmitAsync();
        time.Advance(TimeSpan.FromSeconds(15));
        await flow.SubmitAsync();
        await AssertListAsync(flow, $"{Jobs}?status=running", [1]);
        await AssertListAsync(flow, $"{Jobs}?status=queued&status=running", [2, 1]);
        await AssertListAsync(flow, $"{Jobs}?status=success", []);
        time.Advance(TimeSpan.FromSeconds(5));
        await AssertListAsync(flow, $"{Jobs}?status=success&status=failure", [1]);
    }

    [Theory]
    [InlineData("", "status", "is required")]
    [InlineData("?limit=5", "status", "is required")]
    [InlineData("?status=SUCCESS", "status",
        "'SUCCESS' is none of queued, running, success, failure, cancelled; several are given as status=queued&status=running")]
    [InlineData("?status=queued,running", "status",
        "'queued,running' is none of queued, running, success, failure, cancelled; several are given as status=queued&status=running")]
    [InlineData("?status=queued&sort=id", "sort",
        "'id' is none of workspace, workspace_asc, workspace_desc, status, status_asc, status_desc, timeStarted, timeStarted_asc, timeStarted_desc, "
        + "timeFinished, timeFinished_asc, timeFinished_desc")]
    [InlineData("?status=queued&limit=1001", "limit", "has to be a whole number from 0 to 1000")]
    [InlineData("?status=queued&offset=-1", "offset", "has to be a whole number from 0 to 2147483647")]
    public async Task A_list_that_cannot_be_is_refused(string query, string name, string problem)
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.GetAsync(Jobs + query, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(problem, response.GetProperty("details").GetProperty(name).GetString());
    }

    [Theory]
    [InlineData("", new[] { 3, 2, 1 })]
    [InlineData("&workspace=parcelReport.fmw", new[] { 2 })]
    [InlineData("&repository=Samples&queue=Night", new[] { 3 })]
    [InlineData("&repository=Other", new int[0])]
    [InlineData("&engineName=emulator", new[] { 3, 2, 1 })]
    [InlineData("&engineName=other", new int[0])]
    [InlineData("&sourceType=schedules", new int[0])]
    [InlineData("&sort=workspace_desc", new[] { 2, 3, 1 })]
    [InlineData("&sort=workspace_asc", new[] { 3, 1, 2 })]
    [InlineData("&sort=timeStarted_asc", new[] { 1, 2, 3 })]
    [InlineData("&sort=timeFinished_desc", new[] { 3, 2, 1 })]
    [InlineData("&limit=1&offset=1", new[] { 2 })]
    [InlineData("&limit=0", new int[0])]
    public async Task A_list_is_filtered_sorted_and_cut(string query, int[] ids)
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(time);
        foreach (string body in (string[])[
            """{"repository":"Samples","workspace":"austinDownload.fmw"}""",
            """{"repository":"Samples","workspace":"parcelReport.fmw","publishedParameters":{"PARCEL_ID":"7"}}""",
            """{"repository":"Samples","workspace":"austinDownload.fmw","queue":"Night"}"""])
        {
            await flow.PostAsync(Jobs, body, HttpStatusCode.Accepted);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await AssertListAsync(flow, All + query, ids);
    }

    [Fact]
    public async Task The_result_is_there_when_the_job_has_ended_and_can_be_waited_for()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(time, runTime: TimeSpan.FromSeconds(9));
        long id = await flow.SubmitAsync();
        await flow.GetAsync($"{Jobs}/{id}/result", HttpStatusCode.NotFound);
        await flow.GetAsync($"{Jobs}/77/result?longPoll=true", HttpStatusCode.NotFound);
        Task<JsonElement> poll = flow.GetAsync($"{Jobs}/{id}/result?longPoll=true");
        Assert.False(poll.IsCompleted);
        await flow.PostAsync($"{Jobs}/{id}/cancel");
        Assert.Equal("cancelled", (await poll).GetProperty("status").GetString());
        Assert.Equal("cancelled", (await flow.GetAsync($"{Jobs}/{id}/result")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_log_comes_as_text_and_as_lines_by_severity()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Failure("No roads") with { Warnings = ["Empty box"] });
        long id = await flow.SubmitAsync();
        string text = await flow.GetTextAsync($"{Jobs}/{id}/log");
        JsonElement lines = await flow.GetAsync($"{Jobs}/{id}/log/parsed");
        Assert.Equal(text, string.Concat(lines.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("line").GetString() + "\n")));
        JsonElement problems = await flow.GetAsync($"{Jobs}/{id}/log/parsed?error=true&warn=true&limit=2");
        Assert.Equal(3, problems.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            [("WARN", "Empty box"), ("ERROR", "No roads")],
            problems.GetProperty("items").EnumerateArray().Select(line => (line.GetProperty("status").GetString()!, line.GetProperty("message").GetString()!)));
        Assert.Equal(1, (await flow.GetAsync($"{Jobs}/{id}/log/parsed?filterString=empty")).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_log_is_not_found_before_an_engine_took_the_job()
    {
        await using Flow flow = await Flow.StartAsync(queueTime: TimeSpan.FromHours(1));
        await flow.SubmitAsync();
        await flow.GetAsync($"{Jobs}/1/log", HttpStatusCode.NotFound);
        await flow.GetAsync($"{Jobs}/1/log/parsed", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task A_job_is_cancelled_once_whether_it_waits_or_runs(int queueHours, int runHours)
    {
        await using Flow flow = await Flow.StartAsync(queueTime: TimeSpan.FromHours(queueHours), runTime: TimeSpan.FromHours(runHours));
        await flow.SubmitAsync();
        Assert.Equal(HttpStatusCode.NoContent, await flow.PostAsync($"{Jobs}/1/cancel"));
        JsonElement again = await flow.PostAsync($"{Jobs}/1/cancel", "", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Job \"1\" is already complete and cannot be cancelled.", again.GetProperty("message").GetString());
        JsonElement missing = await flow.PostAsync($"{Jobs}/55/cancel", "", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("The job for ID \"55\" does not exist.", missing.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_record_of_a_job_that_has_ended_can_be_removed()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        await flow.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await flow.DeleteAsync($"{Jobs}/1"));
        await flow.PostAsync($"{Jobs}/1/cancel");
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"{Jobs}/1"));
        await flow.GetAsync($"{Jobs}/1", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"{Jobs}/1"));
    }

    [Fact]
    public async Task The_oldest_jobs_that_have_ended_are_forgotten()
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, JobHistory = 2 });
        flow.Emulator.OnRun<AustinDownload>(submission => FmeJobOutcome.NeverEnds());
        await flow.SubmitAsync();
        flow.Emulator.OnRun<AustinDownload>(submission => FmeJobOutcome.Success());
        for (int i = 0; i < 3; i++)
        {
            await flow.SubmitAsync();
        }

        await AssertListAsync(flow, All, [1, 4]);
        Assert.Equal([1L, 4L], flow.Emulator.Submissions.Select(submission => submission.JobId));
        await flow.GetAsync($"{Jobs}/2", HttpStatusCode.NotFound);
    }

    private static async Task AssertListAsync(Flow flow, string path, int[] ids)
    {
        JsonElement page = await flow.GetAsync(path);
        Assert.Equal(ids, page.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("id").GetInt32()));
    }
}
