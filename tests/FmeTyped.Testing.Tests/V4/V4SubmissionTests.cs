using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests.V4;

public sealed class V4SubmissionTests
{
    private const string Jobs = "/fmeapiv4/jobs";
    private const string Sync = "/fmeapiv4/jobs/sync";
    private const string Body = """
        {"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"MAXY":"42","THEMES":["airports","cenart"]}}
        """;

    [Fact]
    public async Task A_job_is_the_same_whichever_version_it_came_by()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync();
        JsonElement response = await flow.PostAsync(Jobs, Body, HttpStatusCode.Accepted);
        Assert.Equal("""{"id":2}""", response.GetRawText());
        Assert.Equal(flow.Emulator.Submissions[0].Read<AustinDownload>(), flow.Emulator.Submissions[1].Read<AustinDownload>());
        Assert.Equal("SUCCESS", await flow.StatusAsync(2));
        Assert.Empty(flow.Emulator.Requests[1].Problems);
    }

    [Fact]
    public async Task Options_of_a_run_are_repeated_by_the_jobs_record()
    {
        await using Flow flow = await Flow.StartAsync(runTime: TimeSpan.FromHours(1));
        await flow.PostAsync(
            Jobs,
            """
            {"repository":"Samples","workspace":"austinDownload.fmw","queue":"Night","maxJobRuntime":60,"maxTimeInQueue":-1,
             "directives":{"a":"1"},"successTopics":["DONE"],"failureTopics":["FAILED"],"publishedParameters":{"MAXY":42}}
            """,
            HttpStatusCode.Accepted);
        JsonElement job = await flow.GetAsync($"{Jobs}/1");
        Assert.Equal("running", job.GetProperty("status").GetString());
        Assert.Equal("Night", job.GetProperty("queue").GetString());
        Assert.Equal(60, job.GetProperty("maxJobRuntime").GetInt64());
        Assert.False(job.TryGetProperty("maxTimeInQueue", out _));
        Assert.Equal("""{"a":"1"}""", job.GetProperty("directives").GetRawText());
        Assert.Equal("""["DONE"]""", job.GetProperty("successTopics").GetRawText());
        Assert.Equal("""["FAILED"]""", job.GetProperty("failureTopics").GetRawText());
        Assert.Equal("""{"MAXY":"42"}""", job.GetProperty("publishedParameters").GetRawText());
    }

    [Fact]
    public async Task What_is_null_counts_as_left_out()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.PostAsync(
            Jobs,
            """
            {"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":null,"queue":null,"maxJobRuntime":null,"directives":null,
             "successTopics":null}
            """,
            HttpStatusCode.Accepted);
        Assert.Equal("Default", (await flow.GetAsync($"{Jobs}/1")).GetProperty("queue").GetString());
    }

    [Theory]
    [InlineData("""{"publishedParameters":[{"name":"MAXY","value":"42"}]}""",
        "publishedParameters has to be an object of names and values in REST v4; an array of {\"name\", \"value\"} is what REST v3 takes.")]
    [InlineData("""{"publishedParameters":{"MAXY":{"a":1}}}""", "MAXY: the value has to be a text or an array of texts; found an object.")]
    [InlineData("""{"publishedParameters":"MAXY=42"}""", "publishedParameters has to be an object; found a text.")]
    [InlineData("""{"directives":[]}""", "directives has to be an object; found an array.")]
    [InlineData("""{"directives":{"a":1}}""", "The directive a has to be a text; found a number.")]
    [InlineData("""{"successTopics":"DONE"}""", "successTopics has to be an array; found a text.")]
    [InlineData("""{"maxJobRuntime":"60"}""", "maxJobRuntime has to be a whole number of seconds.")]
    public async Task A_body_of_another_form_is_refused(string rest, string message)
    {
        await using Flow flow = await Flow.StartAsync();
        string body = """{"repository":"Samples","workspace":"austinDownload.fmw",""" + rest[1..];
        JsonElement response = await flow.PostAsync(Jobs, body, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(message, response.GetProperty("message").GetString());
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Theory]
    [InlineData("""{"workspace":"austinDownload.fmw"}""", """{"message":"Parameter Validation Failed","details":{"repository":"must not be blank"}}""")]
    [InlineData("""{"repository":"Samples","workspace":""}""", """{"message":"Parameter Validation Failed","details":{"workspace":"must not be blank"}}""")]
    [InlineData(
        """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"MAXY":"north","COORDSYS":["LL84"]}}""",
        """{"message":"Parameter Validation Failed","details":"""
        + """{"COORDSYS":"takes one value and was given a list of 1.","MAXY":"'north' is no number."}}""")]
    public async Task What_is_invalid_is_told_by_name(string body, string expected)
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.PostAsync(Jobs, body, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(expected, response.GetRawText());
        Assert.Equal(response.GetProperty("details").EnumerateObject().Count() + 1, flow.LastRequest.Problems.Count);
    }

    [Theory]
    [InlineData("NoSuch", "austinDownload.fmw", "Unauthorized request by user admin due to lack of proper permissions or the object does not exist.")]
    [InlineData("Samples", "no.fmw", "Item no.fmw does not exist.")]
    public async Task An_unknown_workspace_is_not_found(string repository, string workspace, string message)
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.PostAsync(Jobs, $$"""{"repository":"{{repository}}","workspace":"{{workspace}}"}""", HttpStatusCode.NotFound);
        Assert.Equal(message, response.GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_is_accepted_although_it_is_no_good_is_noted()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.PostAsync(
            $"{Jobs}?sync=true",
            """
            {"repository":"Samples","workspace":"austinDownload.fmw","TMDirectives":{"tag":"Night"},"maxTotalLifeTime":5,
             "publishedParameters":{"EMail":"x","MAXY":"1","MAXY":"2"}}
            """,
            HttpStatusCode.Accepted);
        Assert.Equal("1", flow.Emulator.Submissions[0].Parameters["MAXY"]);
        Assert.Equal(
            [
                "sync is of the preview of REST v4. The job's id is answered at once.",
                "TMDirectives belongs to REST v3 and is ignored.",
                "MAXY: is given twice, and only the first one counts.",
                "maxTotalLifeTime is of jobs that are waited for, and is ignored.",
                "EMail: Samples/austinDownload.fmw publishes no such parameter.",
            ],
            flow.LastRequest.Problems);
    }

    [Fact]
    public async Task In_strict_mode_an_unknown_parameter_is_refused()
    {
        await using Flow flow = await Flow.StartAsync(strict: true);
        JsonElement response = await flow.PostAsync(
            Jobs, """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"EMail":"x"}}""", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Samples/austinDownload.fmw publishes no such parameter.", response.GetProperty("details").GetProperty("EMail").GetString());
    }

    [Fact]
    public async Task The_waiting_call_answers_when_the_job_has_ended()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 6, 17, 55, 59, TimeSpan.Zero));
        await using Flow flow = await Flow.StartAsync(time, runTime: TimeSpan.FromSeconds(2));
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success(("airports", 929), ("cenart", 3883)));
        Task<JsonElement> call = flow.PostAsync(Sync, Body, HttpStatusCode.OK);
        await flow.SubmittedAsync();
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(
            """
            {"id":1,"featureOutputCount":4812,"requesterHost":"127.0.0.1","requesterResultPort":-1,
            "status":"success","statusMessage":"Translation Successful",
            "timeFinished":"2026-06-06T17:56:01Z","timeQueued":"2026-06-06T17:55:59Z","timeStarted":"2026-06-06T17:55:59Z"}
            """.ReplaceLineEndings(""),
            (await call).GetRawText());
    }

    [Fact]
    public async Task The_waiting_call_tells_a_failure_by_the_status_alone()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Failure("No roads"));
        JsonElement result = await flow.PostAsync(Sync, Body, HttpStatusCode.OK);
        Assert.Equal(("failure", "No roads"), (result.GetProperty("status").GetString(), result.GetProperty("statusMessage").GetString()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 0)]
    public async Task A_total_lifetime_ends_a_job_that_waits_or_runs(int queueSeconds, int runSeconds)
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(time, TimeSpan.FromSeconds(queueSeconds), TimeSpan.FromSeconds(runSeconds));
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
        Task<JsonElement> call = flow.PostAsync(Sync, """{"maxTotalLifeTime":30,""" + Body[1..], HttpStatusCode.OK);
        await flow.SubmittedAsync();
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("cancelled", (await call).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_total_lifetime_beyond_a_day_is_ignored()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement result = await flow.PostAsync(Sync, """{"maxTotalLifeTime":100000,""" + Body[1..], HttpStatusCode.OK);
        Assert.Equal("success", result.GetProperty("status").GetString());
        Assert.Equal(["maxTotalLifeTime is above 86400 and is ignored."], flow.LastRequest.Problems);
    }
}
