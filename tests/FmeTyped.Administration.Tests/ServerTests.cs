using System.Net;
using FmeTyped.Tests.Server;

namespace FmeTyped.Administration.Tests;

public sealed class ServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeApiVersion.V3, "/fmerest/v3/resources/connections")]
    [InlineData(FmeApiVersion.V4, "/fmeapiv4/resources/connections")]
    public async Task Connections_are_listed_page_by_page_as_they_are_taken(FmeApiVersion version, string root)
    {
        using StubServer server = new StubServer()
            .Answer(
                """{"offset":0,"limit":100,"totalCount":3,"items":["""
                    + """{"name":"FME_SHAREDRESOURCE_DATA","displayName":"Data","type":"file","description":"d"},{"name":"B","description":""}]}""")
            .Answer("""{"totalCount":3,"items":[{"name":"C"}]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        var taken = new List<FmeResourceConnection>();
        await foreach (FmeResourceConnection connection in new FmeFlowAdministration(fme).ListResourceConnectionsAsync(Token))
        {
            taken.Add(connection);
            Assert.Equal(taken.Count < 3 ? 1 : 2, server.Requests.Count);
        }

        Assert.Equal(
            [("FME_SHAREDRESOURCE_DATA", "Data", "file", "d"), ("B", null, null, null), ("C", null, null, null)],
            taken.Select(connection => (connection.Name, connection.DisplayName, connection.Type, connection.Description)));
        Assert.Equal([$"GET {root}?limit=200&offset=0", $"GET {root}?limit=200&offset=2"], server.Lines);
    }

    [Fact]
    public async Task A_list_of_connections_that_shows_the_same_page_again_is_an_error()
    {
        const string Page = """{"totalCount":9,"items":[{"name":"A"}]}""";
        using var server = new StubServer().Answer(Page).Answer(Page);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeProtocolException>(async () =>
        {
            await foreach (FmeResourceConnection connection in new FmeFlowAdministration(fme).ListResourceConnectionsAsync(Token))
            {
                Assert.Equal("A", connection.Name);
            }
        });
    }

    [CorpusFact]
    public async Task Recorded_information_of_version_3_is_read()
    {
        using Replay replay = new Replay()
            .On("GET", "/fmerest/v3/info", 200, Corpus.Read("rest", "v3", "info.json"))
            .On(
                "GET",
                "/fmerest/v3/licensing/license/status",
                200,
                """{"expiryDate":"20301231","maximumEngines":2,"isLicenseExpired":false,"isLicensed":true}""");
        using FmeFlowClient fme = replay.Client();

        FmeServerInfo info = await new FmeFlowAdministration(fme).GetServerInfoAsync(Token);

        Assert.Equal(23166, info.Build);
        Assert.Equal("FME Server 2023.0 - Build 23166 - linux-x64", info.Version);
        Assert.Equal("+0000", info.TimeZone);
        Assert.Equivalent(new FmeLicense { IsLicensed = true, IsExpired = false, Expiration = "20301231", MaximumEngines = 2 }, info.License, strict: true);
    }

    [CorpusFact]
    public async Task Recorded_information_of_version_4_is_read_and_a_license_that_may_not_be_seen_is_left_out()
    {
        using Replay replay = new Replay { ApiVersion = FmeApiVersion.V4 }
            .On("GET", "/fmeinfo/version", 200, Corpus.Read("rest", "v4", "fmeinfo-version.json"))
            .On("GET", "/fmeapiv4/license/status", 403, Corpus.Read("rest", "v4", "error-not-permitted-or-missing.json"));
        using FmeFlowClient fme = replay.Client();

        Assert.Equivalent(
            new FmeServerInfo { Build = 25606, Version = "FME Flow 2025.1 - Build 25606 - linux-x64" },
            await new FmeFlowAdministration(fme).GetServerInfoAsync(Token),
            strict: true);
    }

    [CorpusTheory]
    [InlineData(FmeApiVersion.V3, "v3", "GET /fmerest/v3/healthcheck", "GET /fmerest/v3/healthcheck?ready=true", null)]
    [InlineData(
        FmeApiVersion.V4,
        "v4",
        "GET /fmeapiv4/healthcheck/liveness?includeDetails=true",
        "GET /fmeapiv4/healthcheck/readiness?includeDetails=true",
        "FME Server is healthy.")]
    public async Task Recorded_health_is_read_without_a_token(FmeApiVersion version, string folder, string liveness, string readiness, string? message)
    {
        string body = Corpus.Read("rest", folder, "healthcheck-ok.json");
        using var server = new StubServer().Answer(body).Answer(body);
        using FmeFlowClient fme = Client(server, version);

        FmeServerHealth live = await new FmeFlowAdministration(fme).GetLivenessAsync(Token);
        FmeServerHealth ready = await new FmeFlowAdministration(fme).GetReadinessAsync(Token);

        Assert.True(live.IsOk);
        Assert.True(ready.IsOk);
        Assert.Equal(message, ready.Message);
        Assert.Equal([liveness, readiness], server.Lines);
        Assert.All(server.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task A_server_that_is_not_well_is_an_answer()
    {
        using var server = new StubServer().Answer(
            HttpStatusCode.ServiceUnavailable,
            """{"status":"componentUnavailable","message":"The queue is down.","components":[{"component":"queue","status":"down"},"""
                + """{"component":"core","status":"up"}]}""");
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        FmeServerHealth health = await new FmeFlowAdministration(fme).GetReadinessAsync(Token);

        Assert.False(health.IsOk);
        Assert.Equal("componentUnavailable: The queue is down.", health.ToString());
        Assert.Equal("down", health.Components["queue"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<html><title>Maintenance</title></html>", "text/html", typeof(FmeServerUnavailableException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, "{}", "application/json", typeof(FmeServerUnavailableException))]
    [InlineData(HttpStatusCode.NotFound, """{"status":"ok"}""", "application/json", typeof(FmeNotFoundException))]
    [InlineData(HttpStatusCode.OK, "fine", "text/plain", typeof(FmeProtocolException))]
    [InlineData(HttpStatusCode.OK, "{}", "application/json", typeof(FmeProtocolException))]
    public async Task Somebody_elses_answer_is_an_error(HttpStatusCode status, string body, string mediaType, Type expected)
    {
        using var server = new StubServer().Answer(status, body, mediaType);
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        Assert.IsType(expected, await Record.ExceptionAsync(() => new FmeFlowAdministration(fme).GetReadinessAsync(Token)));
    }

    [CorpusTheory]
    [InlineData(FmeApiVersion.V3, "v3", "/fmerest/v3/transformations/engines", 23166)]
    [InlineData(FmeApiVersion.V4, "v4", "/fmeapiv4/engines", 25300)]
    public async Task Recorded_engines_are_listed(FmeApiVersion version, string folder, string path, int build)
    {
        using Replay replay = new Replay { ApiVersion = version }.On("GET", path, 200, Corpus.Read("rest", folder, "engines-page.json"));
        using FmeFlowClient fme = replay.Client();

        FmeEngineInfo engine = await new FmeFlowAdministration(fme).ListEnginesAsync(Token).SingleOfAsync();

        Assert.Equal("387f74cd4e1f (idle)", engine.ToString());
        Assert.Equal("387f74cd4e1f", engine.Host);
        Assert.Equal("standard", engine.Type, ignoreCase: true);
        Assert.Equal(build, engine.Build);
        Assert.Equal("linux-x64", engine.Platform);
        Assert.Null(engine.CurrentJobId);
        Assert.Equal(["Default"], engine.Queues);
    }

    [Fact]
    public async Task Queues_and_tokens_are_listed_with_version_4()
    {
        using var server = new StubServer()
            .Answer(
                """{"items":[{"name":"Default","priority":3,"default":true,"queuedJobCount":7,"runningJobCount":1,"assignedEngines":"""
                    + """["e1"]}],"totalCount":1,"offset":0}""")
            .Answer(
                """{"items":[{"id":"17","name":"app","owner":"admin","type":"api","enabled":true,"created":"2026-01-01T00:00:00Z","expiration":"2027-01-"""
                    + """01T00:00:00Z"}],"totalCount":1,"offset":0}""")
            .Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        FmeQueueInfo queue = await new FmeFlowAdministration(fme).ListQueuesAsync(Token).SingleOfAsync();
        Assert.Equal("Default", queue.ToString());
        Assert.True(queue.IsDefault);
        Assert.Equal(7, queue.QueuedJobCount);
        Assert.Equal(["e1"], queue.Engines);

        FmeTokenInfo token = await new FmeFlowAdministration(fme).ListTokensAsync(Token).SingleOfAsync();
        Assert.Equal("app (expires 2027-01-01 00:00:00Z)", token.ToString());
        await new FmeFlowAdministration(fme).DeleteTokenAsync(token.Id, Token);
        Assert.Equal("DELETE /fmeapiv4/tokens/17", server.Lines.Last());
    }

    [Fact]
    public async Task What_version_3_does_not_tell_is_said_and_nothing_is_asked()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, FmeApiVersion.V3);

        await Assert.ThrowsAsync<FmeNotSupportedException>(() => new FmeFlowAdministration(fme).ListQueuesAsync(Token).SingleOfAsync());
        await Assert.ThrowsAsync<FmeNotSupportedException>(() => new FmeFlowAdministration(fme).ListTokensAsync(Token).SingleOfAsync());
        await Assert.ThrowsAsync<FmeNotSupportedException>(() => new FmeFlowAdministration(fme).DeleteTokenAsync("17", Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("""{"buildNumber":26018}""", 26018)]
    [InlineData("""{}""", null)]
    public async Task The_build_is_what_the_server_tells_and_null_where_it_tells_none(string answer, int? expected)
    {
        using var server = new StubServer().Answer(answer);
        if (expected is null)
        {
            server.Answer(HttpStatusCode.NotFound).Answer("""{"status":"ok"}""");
        }

        using FmeFlowClient fme = Client(server, FmeApiVersion.Auto);

        Assert.Equal(expected, await new FmeFlowAdministration(fme).GetBuildAsync(Token));
    }

    private static FmeFlowClient Client(StubServer server, FmeApiVersion version) => server.Client(configure: options => options.ApiVersion = version);
}
