using System.Diagnostics;
using System.Net;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped serve</c>, as a process that clients of this library and plain ones talk to.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" }] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", TestServer.SchemaOf(Map));
    private readonly List<Process> _servers = [];
    private readonly HttpClient _http = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_unknown_name_is_printed_and_refused_when_strict()
    {
        var options = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["NOTES"] = "x" } };
        (Uri url, Process server) = await StartAsync("--token", "local");
        using (FmeFlowClient fme = Client(url, "local"))
        {
            await fme.SubmitAsync(new Request(), options, CancellationToken);
        }

        await StatusOfAsync(url); // One more line, so that a missing one is seen and not waited for.
        Assert.StartsWith("GET /fmeinfo/version -> 200", await server.StandardOutput.ReadLineAsync(CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("POST /fmeapiv4/jobs -> 202", await server.StandardOutput.ReadLineAsync(CancellationToken), StringComparison.Ordinal);
        Assert.Equal("    NOTES: City/map.fmw publishes no such parameter.", await server.StandardOutput.ReadLineAsync(CancellationToken));

        (Uri strict, _) = await StartAsync("--token", "local", "--strict");
        using FmeFlowClient refused = Client(strict, "local");
        await Assert.ThrowsAsync<FmeParametersRefusedException>(() => refused.SubmitAsync(new Request(), options, CancellationToken));
    }

    [Fact]
    public async Task A_user_logs_in_with_the_password_and_the_token_is_the_one_that_was_given()
    {
        (Uri url, _) = await StartAsync("--token", "local", "--user", "anna", "--password", "sesame");
        using FmeFlowClient anonymous = Client(url, "none");

        FmeNewToken made = await new FmeFlowAdministration(anonymous).CreateTokenAsync("anna", new FmeSecret("sesame"), cancellationToken: CancellationToken);
        await Assert.ThrowsAsync<FmeUnauthorizedException>(
            () => new FmeFlowAdministration(anonymous).CreateTokenAsync("anna", new FmeSecret("wrong"), cancellationToken: CancellationToken));
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => new FmeFlowAdministration(anonymous).GetWorkspaceAsync("City", "map.fmw", CancellationToken));

        foreach (string token in (string[])[made.Token, "local"])
        {
            using FmeFlowClient fme = Client(url, token);
            FmeWorkspaceInfo map = await new FmeFlowAdministration(fme).GetWorkspaceAsync("City", "map.fmw", CancellationToken);
            Assert.Equal("map.fmw", map.Name);
        }
    }

    [Theory]
    [InlineData(true, true, "--build", "26018")]
    [InlineData(true, false, "--build", "22336")]
    [InlineData(false, true, "--build", "26103")]
    [InlineData(true, false, "--api", "v3")]
    [InlineData(false, true, "--api", "v4")]
    [InlineData(true, true, "--api", "both", "--build", "26103")]
    public async Task The_build_and_the_api_say_which_versions_answer(bool hasV3, bool hasV4, params string[] arguments)
    {
        (Uri url, _) = await StartAsync(arguments);

        Assert.Equal(hasV3 ? HttpStatusCode.OK : HttpStatusCode.NotFound, await StatusOfAsync(new Uri(url, "/fmerest/v3/healthcheck")));
        Assert.Equal(hasV4 ? HttpStatusCode.OK : HttpStatusCode.NotFound, await StatusOfAsync(new Uri(url, "/fmeapiv4/healthcheck/liveness")));
        string version = await _http.GetStringAsync(new Uri(url, "/fmeinfo/version"), CancellationToken);
        Assert.Contains($"\"buildNumber\":{(arguments.Contains("--build") ? arguments[^1] : "26018")}", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_jobs_to_anybody_and_no_token()
    {
        (Uri url, _) = await StartAsync("--token", "local");
        using FmeFlowClient fme = Client(url, "local");
        FmeJobResult done = await fme.RunAsync(new Request(), cancellationToken: CancellationToken);

        string page = await _http.GetStringAsync(url, CancellationToken);

        Assert.Contains($"<td>{done.Id}</td><td>City/map.fmw</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("local<", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_stops_cleanly_when_it_is_asked_to(string signal)
    {
        (Uri url, Process server) = await StartAsync();
        await StatusOfAsync(url); // Leaves an open connection, for which it must not wait.

        await ToolFolder.SignalAsync(server, signal);
        ToolResult ended = (await ToolFolder.EndAsync(server, "serve")).MustEndWith(0);

        Assert.EndsWith($"Stopped.{Environment.NewLine}", ended.Output, StringComparison.Ordinal);
        Assert.Empty(ended.Errors);
    }

    [Fact]
    public async Task What_cannot_be_served_is_said_in_a_line()
    {
        (Uri url, _) = await StartAsync();

        await RefusedAsync("Choose another with --port", "--port", $"{url.Port}");
        await RefusedAsync("99999 is not a valid port.", "--port", "99999");
        await RefusedAsync("0 is not a valid build.", "--build", "0");
        await RefusedAsync("--token may not be blank.", "--token", " ");
        await RefusedAsync("v5", "--api", "v5");
        await RefusedAsync("There is no schema file none.json", "--schema", "none.json");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Process server in _servers)
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
            server.Dispose();
        }

        _http.Dispose();
        _folder.Dispose();
    }

    private static FmeFlowClient Client(Uri url, string token) => new(new FmeFlowOptions { ServerUrl = url, Token = token });

    private async Task<(Uri Url, Process Server)> StartAsync(params string[] arguments)
    {
        Process server = _folder.Start(["serve", .. arguments]);
        _servers.Add(server);
        return (new Uri((await server.StandardOutput.ReadLineAsync(CancellationToken))!.Split(' ')[0]), server);
    }

    private async Task<HttpStatusCode> StatusOfAsync(Uri address)
    {
        using HttpResponseMessage response = await _http.GetAsync(address, CancellationToken);
        return response.StatusCode;
    }

    private async Task RefusedAsync(string message, params string[] arguments)
    {
        string errors = (await _folder.RunAsync(["serve", .. arguments])).MustEndWith(4).Errors;
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class Request : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor { get; } = new("City", "map.fmw");

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
