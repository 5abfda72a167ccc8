using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

/// <summary>The ways to say who calls, beside a token in the header: HTTP Basic everywhere, and a token in a form.</summary>
public sealed class LoginTests
{
    private const string Job = "fmejobsubmitter/Samples/austinDownload.fmw?opt_responseformat=json";

    public static TheoryData<string> ProtectedRoutes =>
    [
        "fmerest/v3/repositories",
        "fmerest/v3/transformations/jobs/completed",
        "fmerest/v3/resources/connections/FME_SHAREDRESOURCE_TEMP/filesys/",
        "fmeapiv4/repositories",
        "fmeapiv4/jobs?status=success",
        Job,
        "fmedataupload/Samples/austinDownload.fmw?opt_responseformat=json",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProtectedRoutes))]
    public async Task Basic_opens_every_route_and_is_no_problem(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = Basic("admin:secret");
        await flow.GetAsync($"/{path}");
        Assert.Empty(flow.LastRequest.Problems);
    }

    [Theory]
    [MemberData(nameof(ProtectedRoutes))]
    public async Task A_401_asks_for_basic(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"/{path}");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        using HttpResponseMessage health = await flow.SendAsync(HttpMethod.Get, "healthcheck");
        Assert.Empty(health.Headers.WwwAuthenticate);
    }

    [Theory]
    [InlineData("admin:wrong")]
    [InlineData("other:secret")]
    [InlineData("admin")]
    [InlineData("admin:secret:more")]
    public async Task Another_user_or_password_is_refused(string user)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = Basic(user);
        await flow.GetAsync("repositories", HttpStatusCode.Unauthorized);
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "no base64");
        await flow.GetAsync("repositories", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_password_there_is_no_user_to_log_in()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Http.DefaultRequestHeaders.Authorization = Basic("admin:");
        await flow.GetAsync("repositories", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_client_that_waits_for_the_challenge_gets_in()
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Password = "p:ä" });
        using var handler = new SocketsHttpHandler { Credentials = new NetworkCredential("admin", "p:ä") };
        using var http = new HttpClient(handler);
        using HttpResponseMessage response = await http.GetAsync(new Uri(flow.Emulator.ServerUrl, "/fmeapiv4/repositories"), Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([401, 200], flow.Emulator.Requests.Select(request => request.StatusCode));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("fmetoken")]
    public async Task A_token_in_a_form_is_taken_and_not_shown(string key)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        var form = new FormUrlEncodedContent([new("THEMES", "airports"), new(key, Flow.Token)]);
        JsonElement response = await flow.SendAsync(HttpMethod.Post, $"/{Job}", HttpStatusCode.OK, form);
        Assert.Equal("success", response.GetProperty("serviceResponse").GetProperty("statusInfo").GetProperty("status").GetString());
        Assert.Equal(["THEMES"], Assert.Single(flow.Emulator.Submissions).Parameters.Keys);
        Assert.Empty(flow.LastRequest.Problems);
        Assert.Equal($"THEMES=airports&{key}=***", flow.LastRequest.Body);
    }

    [Fact]
    public async Task A_wrong_token_in_a_form_is_refused()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        await flow.SendAsync(HttpMethod.Post, $"/{Job}", HttpStatusCode.Unauthorized, new FormUrlEncodedContent([new("fmetoken", "wrong")]));
        Assert.Empty(flow.Emulator.Submissions);
    }

    private static AuthenticationHeaderValue Basic(string user) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
}
