using System.Net;
using System.Text.Json.Nodes;
using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Client;

public sealed class RunOptionsTests
{
    private static readonly AustinDownload Order = new() { Themes = [ThemesOption.Airports], Maxy = 42 };

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Version_3_takes_them_as_directives_of_its_managers() =>
        AssertJson(
            """
            {
              "publishedParameters": [{"name": "THEMES", "value": ["airports"]}, {"name": "MAXY", "value": "42"}],
              "TMDirectives": {"tag": "Downloads", "ttl": 300, "ttc": 91, "description": "for Ann", "priority": 7, "rtc": true},
              "NMDirectives": {"directives": [{"name": "order", "value": "17"}, {"name": "fmetypedCorrelationKey", "value": "key-1"}], "successTopics": ["DONE", "LOG"], "failureTopics": ["ALERT"]}
            }
            """,
            await SubmittedAsync(FmeApiVersion.V3, Options(description: "for Ann", priority: 7, runUntilCancelled: true)));

    [Fact]
    public async Task Version_4_takes_them_beside_the_parameters() =>
        AssertJson(
            """
            {
              "repository": "Samples", "workspace": "austinDownload.fmw",
              "publishedParameters": {"THEMES": ["airports"], "MAXY": "42"},
              "queue": "Downloads", "maxTimeInQueue": 300, "maxJobRuntime": 91,
              "directives": {"order": "17", "fmetypedCorrelationKey": "key-1"}, "successTopics": ["DONE", "LOG"], "failureTopics": ["ALERT"]
            }
            """,
            await SubmittedAsync(FmeApiVersion.V4, Options()));

    public static TheoryData<string> Halves => ["half \uD83D", "\uDE00 half", "\uDE00\uD83D"];

    [Theory]
    [MemberData(nameof(Halves), DisableDiscoveryEnumeration = true)]
    public async Task Half_a_character_is_refused_and_not_sent_as_another(string half)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        EveryKind[] requests =
        [
            new() { Title = half, Files = ["a"] },
            new() { Title = "a", Files = ["b", half] },
        ];
        foreach (EveryKind request in requests)
        {
            var invalid = await Assert.ThrowsAsync<FmeValidationException>(() => fme.SubmitAsync(request, Token));
            Assert.Contains("half a character", invalid.Message, StringComparison.Ordinal);
        }

        FmeRunOptions[] options =
        [
            new() { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["A"] = new[] { "a", half } } },
            new() { Directives = new Dictionary<string, string> { ["a"] = half } },
        ];
        foreach (FmeRunOptions run in options)
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => fme.SubmitAsync(Order, run, Token));
            Assert.Contains("half a character", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_total_lifetime_goes_with_the_waiting_call_of_version_4()
    {
        using var server = new StubServer().Answer("""{"buildNumber":26018}""").Answer("""{"id":1,"status":"success"}""");
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        await fme.TransactAsync(Order, new FmeRunOptions { MaximumTotalLifetime = TimeSpan.FromHours(1) }, cancellationToken: Token);

        Assert.Equal(3600, (int?)JsonNode.Parse(server.Requests[1].Body)!["maxTotalLifeTime"]);
    }

    [Fact]
    public async Task What_a_version_lacks_is_told_and_nothing_is_sent()
    {
        using var server = new StubServer();
        using FmeFlowClient v3 = Client(server, FmeApiVersion.V3);
        using FmeFlowClient v4 = Client(server, FmeApiVersion.V4);
        var lifetime = new FmeRunOptions { MaximumTotalLifetime = TimeSpan.FromHours(1) };

        await AssertLacksAsync("version 3 has no MaximumTotalLifetime", () => v3.SubmitAsync(Order, lifetime, Token));
        await AssertLacksAsync("version 3 has no MaximumTotalLifetime", () => v3.TransactAsync(Order, lifetime, cancellationToken: Token));
        await AssertLacksAsync(
            "version 4 has no MaximumTotalLifetime for a job that is not waited for", () => v4.RunAsync(Order, lifetime, cancellationToken: Token));
        await AssertLacksAsync("version 4 has no Description", () => v4.SubmitAsync(Order, new FmeRunOptions { Description = "x" }, Token));
        await AssertLacksAsync("version 4 has no RunUntilCancelled", () => v4.SubmitAsync(Order, new FmeRunOptions { RunUntilCancelled = true }, Token));
        await AssertLacksAsync("version 4 has no Priority", () => v4.RunAsync(Order, new FmeRunOptions { Priority = 1 }, cancellationToken: Token));
        await AssertLacksAsync("version 4 has no Priority", () => v4.TransactAsync(Order, new FmeRunOptions { Priority = 1 }, cancellationToken: Token));
        var email = new FmeRunOptions { RequesterEmail = "a@example.com" };
        await AssertLacksAsync("the REST API has no RequesterEmail", () => v3.SubmitAsync(Order, email, Token));
        await AssertLacksAsync("the REST API has no RequesterEmail", () => v4.RunAsync(Order, email, Token));
        await AssertLacksAsync("the REST API has no RequesterEmail", () => v3.TransactAsync(Order, email, Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Extra_parameters_are_added_and_take_the_place_of_the_requests_own(FmeApiVersion version)
    {
        var options = new FmeRunOptions
        {
            ExtraParameters = new Dictionary<string, FmeParameterValue>
            {
                ["THEMES"] = (string[])["parks", "lakes"],
                ["MAXY"] = "",
                ["Unknown \"name\""] = "x",
            },
        };

        JsonNode parameters = (await SubmittedAsync(version, options, Order with { Minx = 1 }))["publishedParameters"]!;

        AssertJson(
            version == FmeApiVersion.V3
                ? """[{"name":"MINX","value":"1"},{"name":"THEMES","value":["parks","lakes"]},{"name":"MAXY","value":""},{"name":"Unknown """
                    + """\"name\"","value":"x"}]"""
                : """{"MINX":"1","THEMES":["parks","lakes"],"MAXY":"","Unknown \"name\"":"x"}""",
            parameters);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_parameter_whose_place_is_taken_is_not_checked(FmeApiVersion version)
    {
        var request = new EveryKind { Title = null, Level = 10, Share = double.NaN };
        var options = new FmeRunOptions
        {
            ExtraParameters = new Dictionary<string, FmeParameterValue> { ["TITLE"] = "x", ["SHARE"] = "1" },
        };
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, version);

        var error = await Assert.ThrowsAsync<FmeValidationException>(() => fme.SubmitAsync(request, options, Token));
        Assert.Equal(["LEVEL"], error.Errors.Select(problem => problem.Parameter));

        JsonNode body = await SubmittedAsync(version, options, request with { Level = 9 });
        Assert.Equal(3, body["publishedParameters"] is JsonArray array ? array.Count : body["publishedParameters"]!.AsObject().Count);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Names_of_the_server_stand_in_for_those_of_the_schema_file(FmeApiVersion version)
    {
        Assert.Equal("Samples-Test/austinDownload.fmw Fast", await WhereAsync(new FmeRunOptions()));
        Assert.Equal("Mine/austinDownload.fmw Fast", await WhereAsync(new FmeRunOptions { Repository = "Mine" }));
        Assert.Equal("Samples-Test/other.fmw Slow", await WhereAsync(new FmeRunOptions { Workspace = "other.fmw", Queue = "Slow" }));

        async Task<string> WhereAsync(FmeRunOptions options)
        {
            using var server = new StubServer().Answer("""{"id":1}""");
            using FmeFlowClient fme = server.Client(configure: client =>
            {
                client.ApiVersion = version;
                client.Repositories["Samples"] = "Samples-Test";
                client.Queues["Samples"] = new() { ["austinDownload.fmw"] = "Fast" };
            });
            await fme.SubmitAsync(Order, options, Token);
            JsonNode body = JsonNode.Parse(server.Requests[0].Body)!;
            return version == FmeApiVersion.V3
                ? $"{server.Lines.First()["POST /fmerest/v3/transformations/submit/".Length..]} {body["TMDirectives"]!["tag"]}"
                : $"{body["repository"]}/{body["workspace"]} {body["queue"]}";
        }
    }

    [Fact]
    public async Task Errors_name_the_workspace_that_was_really_asked_for()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound);
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        var error = await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.SubmitAsync(Order, new FmeRunOptions { Repository = "Mine" }, Token));

        Assert.Equal("submit Mine/austinDownload.fmw", error.Operation);
    }

    public static TheoryData<string, FmeRunOptions> Unusable => new()
    {
        { "Queue", new FmeRunOptions { Queue = " " } },
        { "Repository", new FmeRunOptions { Repository = "" } },
        { "Workspace", new FmeRunOptions { Workspace = "" } },
        { "MaximumQueueTime", new FmeRunOptions { MaximumQueueTime = TimeSpan.FromMilliseconds(999) } },
        { "MaximumRunTime", new FmeRunOptions { MaximumRunTime = Timeout.InfiniteTimeSpan } },
        { "MaximumTotalLifetime", new FmeRunOptions { MaximumTotalLifetime = TimeSpan.FromHours(25) } },
        { "SuccessTopics", new FmeRunOptions { SuccessTopics = [""] } },
        { "FailureTopics", new FmeRunOptions { FailureTopics = ["a", " "] } },
        { "Directives", new FmeRunOptions { Directives = new Dictionary<string, string> { [""] = "x" } } },
        { "Directives", new FmeRunOptions { Directives = new Dictionary<string, string> { ["fmetypedCorrelationKey"] = "x" } } },
        { "CorrelationKey", new FmeRunOptions { CorrelationKey = " " } },
        { "CorrelationKey", new FmeRunOptions { CorrelationKey = "key \uDE00" } },
        { "Workspace", new FmeRunOptions { Workspace = "\uD83D.fmw" } },
        { "ExtraParameters", new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { [" "] = "x" } } },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task What_no_server_could_take_is_refused(string option, FmeRunOptions options)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, FmeApiVersion.V3);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => fme.SubmitAsync(Order, options, Token));

        Assert.StartsWith($"FmeRunOptions.{option} ", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Calls_without_options_mean_what_they_meant_before()
    {
        using var server = new StubServer();
        for (int i = 0; i < 6; i++)
        {
            server.Answer("""{"id":42,"status":"SUCCESS"}""");
        }

        using FmeFlowClient fme = Client(server, FmeApiVersion.V3);
#pragma warning disable xUnit1051 // The point is which overload a call without token finds.
        await fme.SubmitAsync(Order, default);
        await fme.RunAsync(Order, null);
        await fme.RunAsync(Order, new() { Wait = new() { ThrowOnFailure = false } }, default);
        await fme.TransactAsync(Order, null, default);
#pragma warning restore xUnit1051

        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task How_to_wait_is_refused_where_nothing_waits()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, FmeApiVersion.V3);
        var options = new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(1) } };
        CancellationToken token = TestContext.Current.CancellationToken;

        Exception[] errors =
        [
            await Assert.ThrowsAsync<ArgumentException>(() => fme.SubmitAsync(Order, options, token)),
            await Assert.ThrowsAsync<ArgumentException>(() => fme.SubmitDownloadAsync(Order, options, token)),
            (await fme.RunAllAsync([Order], new() { RunOptions = _ => options }, token).SingleOfAsync()).Error!,
        ];

        Assert.All(
            errors, error => Assert.StartsWith("FmeRunOptions.Wait has no meaning where a job is only submitted. ", error.Message, StringComparison.Ordinal));
        Assert.Empty(server.Requests);
    }

    private static async Task AssertLacksAsync(string message, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<FmeNotSupportedException>(call);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> SubmittedAsync(FmeApiVersion version, FmeRunOptions options, IFmeRequest? request = null)
    {
        using var server = new StubServer().Answer("""{"id":1}""");
        using FmeFlowClient fme = Client(server, version);
        await fme.SubmitAsync(request ?? Order, options, Token);
        return JsonNode.Parse(server.Requests.Single().Body)!;
    }

    private static FmeFlowClient Client(StubServer server, FmeApiVersion version) => server.Client(configure: options => options.ApiVersion = version);

    private static void AssertJson(string expected, JsonNode actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual.ToJsonString());

    private static FmeRunOptions Options(string? description = null, int? priority = null, bool? runUntilCancelled = null) => new()
    {
        Queue = "Downloads",
        MaximumQueueTime = TimeSpan.FromMinutes(5),
        MaximumRunTime = TimeSpan.FromSeconds(90.2),
        SuccessTopics = ["DONE", "LOG"],
        FailureTopics = ["ALERT"],
        Directives = new Dictionary<string, string> { ["order"] = "17" },
        CorrelationKey = "key-1",
        Description = description,
        Priority = priority,
        RunUntilCancelled = runUntilCancelled,
    };
}
