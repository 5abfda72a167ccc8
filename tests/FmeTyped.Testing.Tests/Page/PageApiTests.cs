using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

/// <summary>What the emulator's page asks for.</summary>
public sealed class PageApiTests
{
    private const string State = "/emulator/state";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_with_an_unknown_parameter_has_its_problem_in_either_version()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SubmitAsync("""{"publishedParameters":[{"name":"MAX_Y","value":"1"}]}""");
        await flow.PostAsync(
            "/fmeapiv4/jobs",
            """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"MAX_Y":"1"}}""",
            HttpStatusCode.Accepted);
        await flow.GetTextOfAsync("/fmejobsubmitter/Samples/austinDownload.fmw?MAX_Y=1");

        JsonElement[] jobs = [.. (await flow.GetAsync(State)).GetProperty("jobs").EnumerateArray()];

        Assert.Equal(3, jobs.Length);
        Assert.All(jobs, job =>
        {
            Assert.Equal("Succeeded", job.GetProperty("status").GetString());
            Assert.Contains(
                "MAX_Y: Samples/austinDownload.fmw publishes no such parameter.", job.GetProperty("problems").EnumerateArray().Select(one => one.GetString()));
        });
    }

    [Fact]
    public async Task Every_status_has_its_badge()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, TimeProvider = time, QueueTime = TimeSpan.FromSeconds(1), Listens = false,
        });
        FmeJobOutcome[] outcomes =
        [
            FmeJobOutcome.Success(), FmeJobOutcome.Failure("x"), FmeJobOutcome.JobFailure("x"), FmeJobOutcome.InnerFailure("x"), FmeJobOutcome.NeverEnds(),
            FmeJobOutcome.NeverEnds(),
        ];
        flow.Emulator.OnRun("Samples", "austinDownload.fmw", submission => outcomes[submission.JobId - 1]);
        foreach (FmeJobOutcome unused in outcomes)
        {
            await flow.SubmitAsync();
        }

        Assert.Equal(Enumerable.Repeat("idle Queued", 6), await BadgesAsync(flow));
        time.Advance(TimeSpan.FromSeconds(1));
        await flow.DeleteAsync("transformations/jobs/running/6");
        Assert.Equal(
            ["idle Cancelled", "busy Running", "bad Succeeded, result failed", "bad Could not run", "bad Failed", "good Succeeded"], await BadgesAsync(flow));
        time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(90, (await flow.GetAsync("/emulator/jobs/5")).GetProperty("seconds").GetDouble());
    }

    [Fact]
    public async Task A_job_has_what_was_sent_the_defaults_of_the_rest_and_its_log()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.Success() with { Warnings = ["Empty box"] });
        await flow.SubmitAsync(
            """{"publishedParameters":[{"name":"THEMES","value":["airports","cenart"]},{"name":"MAX_Y","value":"1"}],"TMDirectives":{"tag":"Night"}}""");

        JsonElement job = await flow.GetAsync("/emulator/jobs/1");

        string[] values =
        [
            .. from value in job.GetProperty("values").EnumerateArray()
               select $"{value.GetProperty("name")} {value.GetProperty("value").GetRawText()} {value.GetProperty("origin")}",
        ];
        Assert.Equal("""THEMES ["airports","cenart"] sent""", values[0]);
        Assert.Equal("""COORDSYS ["LL84"] default""", values[1]);
        Assert.Equal("""MAX_Y ["1"] unknown""", values[^1]);
        Assert.Contains(job.GetProperty("log").EnumerateArray(), line => line.GetProperty("severity").GetString() == "WARN"
            && line.GetProperty("text").GetString() == "Empty box");
        Assert.Contains(job.GetProperty("facts").EnumerateArray(), fact => fact.GetProperty("name").GetString() == "Queue"
            && fact.GetProperty("text").GetString() == "Night");
    }

    [Fact]
    public async Task A_secret_is_not_shown_whether_it_is_published_or_not()
    {
        await using Flow flow = await StartAsync(Parameter("KEY", "PASSWORD"), Parameter("DB_PASSWORD", "STRING"));
        await RunAsync(flow, ("KEY", "hush1"), ("DB_PASSWORD", "hush2"), ("API_TOKEN", "hush3"));

        string job = await flow.Http.GetStringAsync(new Uri("/emulator/jobs/1", UriKind.Relative), Cancelled);

        Assert.DoesNotContain("hush", job, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(job);
        Assert.Equal(3, document.RootElement.GetProperty("values").EnumerateArray().Count(value => value.GetProperty("value")[0].GetString() == "•••"));
    }

    [Fact]
    public async Task A_job_of_the_form_is_checked_as_any_other()
    {
        await using Flow flow = await Flow.StartInProcessAsync();

        JsonElement refused = await flow.PostAsync(
            "/emulator/jobs",
            """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"THEMES":["lakes"]}}""",
            HttpStatusCode.UnprocessableEntity);
        JsonElement job = await flow.PostAsync(
            "/emulator/jobs",
            """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"THEMES":["cenart"]}}""",
            HttpStatusCode.OK);

        Assert.StartsWith("'lakes' is none of its options", refused.GetProperty("details").GetProperty("THEMES").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, job.GetProperty("id").GetInt64());
        Assert.Equal("cenart", Assert.Single(flow.Emulator.Submissions).Parameters["THEMES"].Items.Single());
    }

    [Fact]
    public async Task A_workspace_has_what_its_form_asks_for()
    {
        await using Flow flow = await Flow.StartInProcessAsync();

        JsonElement workspace = await flow.GetAsync("/emulator/workspaces/Samples/austinDownload.fmw");

        JsonElement themes = workspace.GetProperty("parameters")[0];
        Assert.Equal(("THEMES", "Layers to Download", true), (
            themes.GetProperty("name").GetString(), themes.GetProperty("prompt").GetString(), themes.GetProperty("isList").GetBoolean()));
        Assert.Equal(
            ["airports", "cenart", "railroad", "streetcl"],
            themes.GetProperty("choices").EnumerateArray().Select(one => one.GetProperty("value").GetString()));
        Assert.Equal("Default: airports", themes.GetProperty("hint").GetString());
    }

    [Fact]
    public async Task A_refused_request_is_listed_with_its_problems_and_without_its_query()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.GetAsync("repositories/Nowhere?token=secret", HttpStatusCode.NotFound);

        JsonElement request = Assert.Single((await flow.GetAsync(State)).GetProperty("requests").EnumerateArray());

        Assert.Equal(("GET", "/fmerest/v3/repositories/Nowhere", 404), (
            request.GetProperty("method").GetString(), request.GetProperty("path").GetString(), request.GetProperty("statusCode").GetInt32()));
        Assert.NotEmpty(request.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task The_page_is_no_client_its_requests_are_not_recorded_and_use_up_no_fault()
    {
        var observed = new List<FmeRecordedRequest>();
        await using Flow flow = await Flow.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, Listens = false, OnRequest = observed.Add });
        flow.Emulator.Faults.Add(FmeRequestKind.Any, FmeFault.Status(503));

        await flow.GetAsync(State);
        using HttpResponseMessage page = await flow.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Empty(flow.Emulator.Requests);
        Assert.Empty(observed);
        await flow.GetAsync("repositories", HttpStatusCode.ServiceUnavailable);
        Assert.Single(observed);
    }

    [Theory]
    [InlineData("GET", "state")]
    [InlineData("GET", "jobs/1")]
    [InlineData("POST", "jobs")]
    [InlineData("GET", "workspaces/Samples/austinDownload.fmw")]
    [InlineData("GET", "nothing")]
    public async Task Without_the_token_it_is_told_nothing_and_runs_nothing(string method, string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage response = await flow.SendAsync(new HttpMethod(method), $"/emulator/{path}", new StringContent(Flow.Body));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(response.Headers.WwwAuthenticate); // A browser would ask for a user.
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task Pages_of_other_origins_are_told_nothing_even_where_they_may_call_the_server()
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, AllowedOrigins = ["*"],
        });
        flow.Http.DefaultRequestHeaders.Add("Origin", "https://app.example.com");
        using HttpResponseMessage state = await flow.SendAsync(HttpMethod.Get, State);
        Assert.False(state.Headers.Contains("Access-Control-Allow-Origin"));
        flow.Http.DefaultRequestHeaders.Host = "evil.example";
        foreach (string path in (string[])["/", State])
        {
            using HttpResponseMessage misled = await flow.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, misled.StatusCode);
        }
    }

    [Theory]
    [InlineData("/emulator/jobs/7", HttpStatusCode.NotFound)]
    [InlineData("/emulator/jobs/x", HttpStatusCode.BadRequest)]
    [InlineData("/emulator/workspaces/Samples/none.fmw", HttpStatusCode.NotFound)]
    [InlineData("/emulator/nothing", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_to_be_not_there(string path, HttpStatusCode expected)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.NotEmpty((await flow.GetAsync(path, expected)).GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task No_text_of_a_client_or_a_schema_file_reaches_the_page_with_control_characters()
    {
        await using Flow flow = await StartAsync(Parameter(NastyText.Name, "STRING"));
        flow.Emulator.OnRun("R", "w.fmw", _ => FmeJobOutcome.Failure(NastyText.Text) with
        {
            Warnings = [NastyText.Text], LogLines = [NastyText.Text], Files = [FmeResultFile.From(NastyText.Name, "x")],
        });
        await RunAsync(flow, (NastyText.Name, NastyText.Text), ($"{NastyText.Name}?", NastyText.Text));

        foreach (string path in (string[])[State, "/emulator/jobs/1", "/emulator/workspaces/R/w.fmw"])
        {
            JsonElement answer = await flow.GetAsync(path);
            Assert.All(TextsOf(answer), text => NastyText.AssertShown("log", text));
        }
    }

    // Names and values are sent back as they are, and not shown.
    private static IEnumerable<string> TextsOf(JsonElement element, string key = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => !(element.TryGetProperty("prompt", out _) && member.Name == "name"))
            .SelectMany(member => TextsOf(member.Value, member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => TextsOf(item, key)),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static async Task<string[]> BadgesAsync(Flow flow) =>
        [.. (await flow.GetAsync(State)).GetProperty("jobs").EnumerateArray().Select(job => $"{job.GetProperty("look")} {job.GetProperty("status")}")];

    private static JsonObject Parameter(string name, string type) =>
        new() { ["name"] = name, ["type"] = type, ["description"] = name, ["model"] = "string", ["optional"] = true };

    private static Task<Flow> StartAsync(params JsonNode[] parameters)
    {
        var workspace = new JsonObject { ["repository"] = "R", ["workspace"] = "w.fmw", ["title"] = "T", ["parameters"] = new JsonArray(parameters) };
        return Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaJson = new JsonObject { ["format"] = 1, ["workspaces"] = new JsonArray(workspace) }.ToJsonString(), Token = Flow.Token, Listens = false,
        });
    }

    private static Task<JsonElement> RunAsync(Flow flow, params (string Name, string Value)[] values)
    {
        var body = new JsonObject
        {
            ["repository"] = "R",
            ["workspace"] = "w.fmw",
            ["publishedParameters"] = new JsonObject(values.Select(value => KeyValuePair.Create(value.Name, (JsonNode?)value.Value))),
        };
        return flow.PostAsync("/emulator/jobs", body.ToJsonString(), HttpStatusCode.OK);
    }
}
