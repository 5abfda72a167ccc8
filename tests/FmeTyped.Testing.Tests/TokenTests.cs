using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

public sealed class TokenTests
{
    public static TheoryData<string> ProtectedRoutes =>
    [
        "info",
        "repositories",
        "repositories/Samples",
        "repositories/Samples/items",
        "repositories/Samples/items/austinDownload.fmw",
        "repositories/Samples/items/austinDownload.fmw/parameters",
        "repositories/Samples/items/austinDownload.fmw/parameters/THEMES",
        "transformations/jobs/id/1",
        "transformations/jobs/id/1/log",
        "transformations/jobs/id/1/result",
        "transformations/jobs/id/1/request",
        "transformations/jobs/active",
        "transformations/jobs/queued",
        "transformations/jobs/running",
        "transformations/jobs/completed",
        "no/such/route",
    ];

    [Theory]
    [MemberData(nameof(ProtectedRoutes))]
    public async Task Without_a_token_every_route_but_health_is_refused(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        JsonElement response = await flow.GetAsync(path, HttpStatusCode.Unauthorized);
        Assert.Equal("""{"message":"Authentication failed: Failed to login"}""", response.GetRawText());
    }

    [Fact]
    public async Task Health_needs_no_token()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        foreach (string path in (string[])["healthcheck", "healthcheck?ready=true", "healthcheck/simple"])
        {
            Assert.Equal("ok", (await flow.GetAsync(path)).GetProperty("status").GetString());
        }
    }

    [Theory]
    [InlineData(Flow.Submit)]
    [InlineData(Flow.Transact)]
    public async Task A_wrong_token_runs_no_job(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", "token=wrong");
        await flow.PostAsync(path, Flow.Body, HttpStatusCode.Unauthorized);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task A_wrong_scheme_is_refused_and_explained()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Flow.Token);
        await flow.GetAsync("info", HttpStatusCode.Unauthorized);
        Assert.Contains(flow.LastRequest.Problems, problem => problem.Contains("fmetoken token=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_in_the_query_is_accepted_noted_and_not_shown()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        await flow.GetAsync($"info?fmetoken={Flow.Token}&a=1");
        Assert.Contains("query", Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Equal("/fmerest/v3/info?fmetoken=***&a=1", flow.LastRequest.Path);
    }

    [Theory]
    [InlineData("repositories/Samples")]
    [InlineData("repositories/NoSuch")]
    [InlineData("repositories/Samples/items/austinDownload.fmw/parameters")]
    [InlineData("transformations/jobs/id/1")]
    public async Task A_token_without_permission_is_forbidden(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", "token=weak");
        Assert.Contains("proper permissions", (await flow.GetAsync(path, HttpStatusCode.Forbidden)).GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_permission_sees_no_repository_and_runs_no_job()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", "token=weak");
        Assert.Equal(0, (await flow.GetAsync("repositories")).GetProperty("totalCount").GetInt32());
        await flow.PostAsync(Flow.Submit, Flow.Body, HttpStatusCode.Forbidden);
        Assert.Empty(flow.Emulator.Submissions);
    }
}
