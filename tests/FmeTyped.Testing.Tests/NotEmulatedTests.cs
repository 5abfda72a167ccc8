using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

/// <summary>What the emulator lacks says so, where a server of the emulated build has it; all else is not found.</summary>
public sealed class NotEmulatedTests
{
    [Theory]
    [InlineData("GET", "/fmerest/v3/schedules")]
    [InlineData("GET", "/fmerest/v3/projects/projects")]
    [InlineData("PUT", "/fmerest/v3/security/accounts/admin/password/reset")]
    [InlineData("PATCH", "/fmerest/v3/repositories/Samples")]
    [InlineData("GET", "/fmeapiv4/projects")]
    [InlineData("POST", "/fmeapiv4/accounts")]
    [InlineData("DELETE", "/fmeapiv4/schedules/1")]
    [InlineData("PUT", "/fmeapiv4/jobs/1")]
    [InlineData("GET", "/fmekmllink/Samples/austinDownload.fmw")]
    [InlineData("POST", "/fmenotification/Samples/austinDownload.fmw")]
    public async Task It_is_a_501_with_the_operation_and_where_to_read(string method, string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        using HttpResponseMessage response = await flow.SendAsync(new HttpMethod(method), path, accept: "application/json");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{method} {path} is not emulated.", text, StringComparison.Ordinal);
        Assert.Contains("/docs/reference/emulator.md", text, StringComparison.Ordinal);
        Assert.Contains(flow.LastRequest.Problems, problem => problem.StartsWith($"{method} {path} is not emulated.", StringComparison.Ordinal));
    }

    // The builds from which on fmeflow-cli calls these over version 4, and that of the vendor's document.
    [Theory]
    [InlineData(23282, "projects", false)]
    [InlineData(23283, "projects", true)]
    [InlineData(23318, "license/machinekey", false)]
    [InlineData(23319, "license/machinekey", true)]
    [InlineData(25207, "schedules", false)]
    [InlineData(25208, "schedules", true)]
    [InlineData(25561, "datavirtualization/1", false)]
    [InlineData(25562, "datavirtualization/1", true)]
    [InlineData(26103, "nothing", false)]
    [InlineData(26103, "schedules/", false)]
    [InlineData(22336, "repositories", false)]
    public async Task An_older_build_and_an_unknown_group_are_not_found(int build, string path, bool hasGroup)
    {
        await using Flow flow = await StartAsync(build);
        await flow.GetAsync($"/fmeapiv4/{path}", hasGroup ? HttpStatusCode.NotImplemented : HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(26102, "schedules", HttpStatusCode.NotImplemented)]
    [InlineData(26102, "nothing", HttpStatusCode.NotFound)]
    [InlineData(26103, "schedules", HttpStatusCode.NotFound)]
    public async Task A_build_without_version_3_has_none_of_its_groups(int build, string path, HttpStatusCode expected)
    {
        await using Flow flow = await StartAsync(build);
        await flow.GetAsync($"/fmerest/v3/{path}", expected);
    }

    [Theory]
    [InlineData("/fmeapiv4/schedules")]
    [InlineData("/fmerest/v3/schedules")]
    [InlineData("/fmekmllink/Samples/austinDownload.fmw?opt_responseformat=json")]
    public async Task The_token_is_asked_for_first(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        await flow.GetAsync(path, HttpStatusCode.Unauthorized);
    }

    // The build is asked before the id: this one has the group, and not the operation.
    [Theory]
    [InlineData(26018, "/fmerest/v3/transformations/jobs/id/abc", HttpStatusCode.BadRequest)]
    [InlineData(26018, "/fmerest/v3/transformations/jobs/id/abc/log", HttpStatusCode.BadRequest)]
    [InlineData(26018, "/fmeapiv4/jobs/abc", HttpStatusCode.BadRequest)]
    [InlineData(26018, "/fmeapiv4/jobs/abc/result", HttpStatusCode.BadRequest)]
    [InlineData(26018, "/fmeapiv4/tokens/1", HttpStatusCode.BadRequest)]
    [InlineData(22337, "/fmeapiv4/jobs/abc", HttpStatusCode.NotFound)]
    public async Task An_id_that_is_none_is_a_bad_request(int build, string path, HttpStatusCode expected)
    {
        await using Flow flow = await StartAsync(build);
        await flow.GetAsync(path, expected);
        flow.Http.DefaultRequestHeaders.Authorization = null;
        if (expected == HttpStatusCode.BadRequest)
        {
            await flow.GetAsync(path, HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task The_refusal_has_the_form_of_an_error()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement response = await flow.GetAsync("/fmeapiv4/schedules?limit=1", HttpStatusCode.NotImplemented);
        Assert.Equal(
            "GET /fmeapiv4/schedules is not emulated. FME Flow has 'schedules', but the emulator does not have this operation of it. "
                + "What it has: https://github.com/fmetyped/fmetyped/blob/main/docs/reference/emulator.md",
            Assert.Single(response.EnumerateObject()).Value.GetString());
    }

    private static Task<Flow> StartAsync(int build) => Flow.StartAsync(
        new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, BuildNumber = build, Listens = false });
}
