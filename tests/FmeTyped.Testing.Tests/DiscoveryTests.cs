using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

/// <summary>What a client can learn of the server.</summary>
public sealed class DiscoveryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fmeapiv4/workspaces/Samples/austinDownload.fmw/download", null)]
    [InlineData("repositories/Samples/items/austinDownload.fmw", "application/octet-stream")]
    [InlineData("repositories/Samples/items/austinDownload.fmw?accept=contents", null)]
    public async Task The_file_of_a_workspace_is_the_one_of_the_options(string path, string? accept)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, path, accept: accept);
        Assert.Equal([1, 2, 3], await response.Content.ReadAsByteArrayAsync(Cancelled));
        using HttpResponseMessage missing = await flow.SendAsync(
            HttpMethod.Get, path.Replace("austinDownload", "parcelReport", StringComparison.Ordinal), accept: accept);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_token_is_known_with_its_time_until_it_is_revoked()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using Flow flow = await Flow.StartInProcessAsync(time);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/fmeapiv4/tokens") { Content = new StringContent("""{"name":"mine","secondsToExpiry":60}""") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:secret")));
        using HttpResponseMessage made = await flow.Http.SendAsync(request, Cancelled);
        using JsonDocument token = JsonDocument.Parse(await made.Content.ReadAsStringAsync(Cancelled));
        time.Advance(TimeSpan.FromSeconds(20));
        JsonElement known = await flow.GetAsync($"/fmeapiv4/tokens/{token.RootElement.GetProperty("id")}");
        Assert.Equal("2026-01-01T00:01:00Z", known.GetProperty("expiration").GetString());
        Assert.Equal(40, known.GetProperty("secondsToExpiry").GetInt64());
        Assert.False(known.TryGetProperty("token", out _));
        Assert.Equal(3, (await flow.GetAsync("/fmeapiv4/tokens")).GetProperty("totalCount").GetInt32());
        JsonElement v3 = Assert.Single(
            (await flow.GetAsync("tokens")).GetProperty("items").EnumerateArray(), one => one.GetProperty("name").GetString() == "mine");
        Assert.Equal("2026-01-01T00:01:00Z", v3.GetProperty("expirationDate").GetString());
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(1, (await flow.GetAsync("/fmeapiv4/tokens?expired=true")).GetProperty("totalCount").GetInt32());

        flow.Emulator.RevokeToken(Flow.Token);
        await flow.GetAsync("repositories", HttpStatusCode.Unauthorized);
        Assert.Throws<ArgumentException>(() => flow.Emulator.RevokeToken(Flow.Token));
    }

    [Fact]
    public async Task A_job_for_a_queue_that_is_not_there_is_taken_and_noted()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SubmitAsync("""{"TMDirectives":{"tag":"Nigth"}}""");
        Assert.Equal("queue: There is no queue Nigth. There are: Default, Night.", Assert.Single(flow.LastRequest.Problems));
        Assert.Equal(1, (await flow.GetAsync("/fmeapiv4/queues/Default")).GetProperty("successfulJobCount").GetInt32());
        Assert.Equal(["Default", "Night"], (await flow.GetAsync("/fmeapiv4/queues")).GetProperty("items").EnumerateArray()
            .Select(one => one.GetProperty("name").GetString()));
        await using Flow strict = await Flow.StartInProcessAsync(strict: true);
        await strict.PostAsync(Flow.Submit, """{"TMDirectives":{"tag":"Nigth"}}""", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_user_is_the_one_of_the_options()
    {
        await using Flow flow = await Flow.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, User = "ann", Listens = false });
        await flow.SubmitAsync();
        Assert.Equal("ann", (await flow.GetAsync("/fmeapiv4/jobs/1")).GetProperty("userName").GetString());
        Assert.Equal("ann", (await flow.JobAsync(1)).GetProperty("userName").GetString());
        Assert.Equal("ann", (await flow.GetAsync("/fmeapiv4/repositories/Samples")).GetProperty("owner").GetString());
        Assert.Equal(0, (await flow.GetAsync("transformations/jobs/completed?userName=bob")).GetProperty("totalCount").GetInt32());
        Assert.Equal(0, (await flow.GetAsync("transformations/jobs/completed?sourceType=schedules")).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Filters_look_at_the_properties_that_are_named()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        const string items = "/fmeapiv4/repositories/Samples/items";
        foreach ((string query, int count) in new[] { ("", 2), ("?filterString=AUSTIN", 1), ("?filterString=report&filterProperties=title", 1),
            ("?filterString=fmw&filterProperties=title", 0), ("?type=template", 0) })
        {
            Assert.Equal(count, (await flow.GetAsync(items + query)).GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task Faults_are_of_the_further_kinds_too()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Upload, FmeFault.LoginPage);
        using HttpResponseMessage page = await flow.SendAsync(HttpMethod.Put, "/fmedataupload/Other/files.fmw/a.txt", new StringContent("1"));
        Assert.Contains("type=\"password\"", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Empty(flow.Emulator.Files.Paths);
        flow.Emulator.Faults.Add(FmeRequestKind.Upload, FmeFault.ResetAfterRequest);
        await Assert.ThrowsAsync<HttpRequestException>(() => flow.SendAsync(HttpMethod.Put, "/fmedataupload/Other/files.fmw/a.txt", new StringContent("1")));
        Assert.Single(flow.Emulator.Files.Paths);
        foreach ((FmeRequestKind kind, string path) in new[]
        {
            (FmeRequestKind.Resources, "/fmeapiv4/resources/connections"),
            (FmeRequestKind.Service, "/fmejobsubmitter/Samples/austinDownload.fmw"),
            (FmeRequestKind.ResultDownload, "/fmedatadownload/results/FME_0_1.zip"),
            (FmeRequestKind.Token, "/fmeapiv4/tokens"),
        })
        {
            flow.Emulator.Faults.Add(kind, FmeFault.Status(503));
            using HttpResponseMessage refused = await flow.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }
    }
}
