using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped serve</c>, as a process that clients of this library and plain ones talk to.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter", "fmedatadownload"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" }] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", TestServer.SchemaOf(Map));
    private readonly List<Process> _servers = [];
    private readonly HttpClient _http = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        // Where the token is kept.
        _folder.Environment["XDG_DATA_HOME"] = _folder.PathOf("data");
        return ValueTask.CompletedTask;
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_token_stays_the_same_and_only_the_user_can_read_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the folder of the user cannot be set.");
        await StartAsync();
        string file = _folder.PathOf("data", "fmetyped", "serve-token");
        string token = await File.ReadAllTextAsync(file, CancellationToken);

        (Uri url, Process second) = await StartAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using (FmeFlowClient fme = Client(url, token))
        {
            Assert.Equal("map.fmw", (await new FmeFlowAdministration(fme).GetWorkspaceAsync("City", "map.fmw", CancellationToken)).Name);
        }

        second.Kill();
        await File.WriteAllTextAsync(file, "weak", CancellationToken);
        (Uri third, _) = await StartAsync();
        using FmeFlowClient weak = Client(third, "weak");
        await Assert.ThrowsAsync<FmeUnauthorizedException>(
            () => new FmeFlowAdministration(weak).GetWorkspaceAsync("City", "map.fmw", CancellationToken));
    }

    [Fact]
    public async Task An_unknown_name_is_printed_and_refused_when_strict()
    {
        var options = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["NOTES"] = "x" } };
        (Uri url, Process server) = await StartAsync("--token", "local");
        using (FmeFlowClient fme = Client(url, "local"))
        {
            await fme.SubmitAsync(new Request(), options, CancellationToken);
        }

        await StatusOfAsync(new Uri(url, "/fmeinfo/version")); // One more line, so that a missing one is seen and not waited for.
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
    public async Task The_page_is_for_anybody_and_its_jobs_for_those_with_the_token()
    {
        (Uri url, _) = await StartAsync("--token", "local");
        using FmeFlowClient fme = Client(url, "local");
        FmeJobResult done = await fme.RunAsync(new Request(), cancellationToken: CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(url));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(new Uri(url, "/emulator/state")));
        _http.DefaultRequestHeaders.Add("Authorization", "fmetoken token=local");
        JsonElement state = await _http.GetFromJsonAsync<JsonElement>(new Uri(url, "/emulator/state"), CancellationToken);
        Assert.Equal(done.Id, Assert.Single(state.GetProperty("jobs").EnumerateArray()).GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task It_answers_for_loopback_names_and_those_that_are_allowed()
    {
        (Uri url, Process server) = await StartAsync("--allowed-host", "flow.test");

        var version = new Uri(url, "/fmeinfo/version");

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(version, host: "flow.test:80"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusOfAsync(version, host: "evil.example"));

        Assert.StartsWith("GET /fmeinfo/version -> 200", await server.StandardOutput.ReadLineAsync(CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("GET /fmeinfo/version -> 421", await server.StandardOutput.ReadLineAsync(CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen", "0.0.0.0")]
    [InlineData("--listen", "0.0.0.0", "--token", "local")]
    [InlineData("--listen", "::", "--allowed-host", "flow.test")]
    public async Task Beyond_loopback_it_does_not_start_without_a_token_and_a_host(params string[] arguments) =>
        await RefusedAsync("give it --token, and --allowed-host", arguments);

    [Fact]
    public async Task Beyond_loopback_it_answers_for_its_name()
    {
        (Uri url, _) = await StartAsync("--listen", "0.0.0.0", "--token", "local", "--allowed-host", "flow.test");

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(url, host: "flow.test"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusOfAsync(url, host: "evil.example"));
    }

    [Fact]
    public async Task A_workspace_fails_with_the_text_it_was_given()
    {
        (Uri url, _) = await StartAsync("--token", "local", "--fail", "City/map.fmw=No such layer = none");

        JsonElement result = await TransactAsync(url, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("FME_FAILURE", "No such layer = none"), (result.GetProperty("status").GetString(), result.GetProperty("statusMessage").GetString()));
    }

    [Fact]
    public async Task A_file_of_outcomes_says_how_jobs_end()
    {
        _folder.With(
            "outcomes.json",
            """{ /* all */ "City/map.fmw": { "end": "success", "runTime": 0.01, "featuresWritten": { "Roads": 7 }, "warnings": ["w"], "logLines": [], } }""");
        (Uri url, _) = await StartAsync("--token", "local", "--outcomes", "outcomes.json");

        Assert.Equal(7, (await TransactAsync(url, HttpStatusCode.OK)).GetProperty("numFeaturesOutput").GetInt64());

        _http.DefaultRequestHeaders.Add("Authorization", "fmetoken token=local");
        JsonElement job = await _http.GetFromJsonAsync<JsonElement>(new Uri(url, "/fmeapiv4/jobs/1"), CancellationToken);
        Assert.Equal((1, 10), (job.GetProperty("warningCount").GetInt32(), job.GetProperty("elapsedTime").GetInt32()));
    }

    [Fact]
    public async Task Jobs_run_as_long_as_was_said_and_wait_for_an_engine()
    {
        (Uri url, _) = await StartAsync("--token", "local", "--run-time", "3600", "--engines", "1");
        using FmeFlowClient fme = Client(url, "local");

        FmeJob first = await fme.SubmitAsync(new Request(), CancellationToken);
        FmeJob second = await fme.SubmitAsync(new Request(), CancellationToken);

        Assert.True((await first.GetRecordAsync(CancellationToken)).Status.IsRunning);
        Assert.True((await second.GetRecordAsync(CancellationToken)).Status.IsQueued);
    }

    [Fact]
    public async Task The_files_of_a_folder_are_what_jobs_write()
    {
        _folder.With("out/City/map.fmw/roads.geojson", "{}").With("out/City/map.fmw/sub/a.txt", "1").With("out/City/other.fmw/b.txt", "2");
        (Uri url, _) = await StartAsync("--token", "local", "--results", "out", "--result-host", "fme.example.com:8443");
        _http.DefaultRequestHeaders.Add("Authorization", "fmetoken token=local");

        JsonElement response = await _http.GetFromJsonAsync<JsonElement>(
            new Uri(url, "/fmedatadownload/City/map.fmw?opt_responseformat=json"), CancellationToken);
        var address = new Uri(response.GetProperty("serviceResponse").GetProperty("url").GetString()!);
        using var archive = new ZipArchive(await _http.GetStreamAsync(new Uri(url, address.AbsolutePath), CancellationToken));

        Assert.Equal("fme.example.com:8443", address.Authority);
        Assert.Equal(["roads.geojson", "sub/a.txt"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Pages_of_an_origin_may_call_it_and_what_is_not_emulated_is_printed()
    {
        (Uri url, Process server) = await StartAsync("--token", "local", "--cors", "https://app.example.com");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, "/fmeapiv4/schedules"));
        request.Headers.Add("Origin", "https://app.example.com");
        request.Headers.Add("Authorization", "fmetoken token=local");

        using HttpResponseMessage response = await _http.SendAsync(request, CancellationToken);

        Assert.Equal("https://app.example.com", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("GET /fmeapiv4/schedules -> 501", await server.StandardOutput.ReadLineAsync(CancellationToken));
        Assert.StartsWith(
            "    GET /fmeapiv4/schedules is not emulated.", await server.StandardOutput.ReadLineAsync(CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "City/map.fmw": { "ende": "failure" } }""", "ende")]
    [InlineData("""{ "City/map.fmw": { "end": "broken" } }""", "outcomes.json is no file of outcomes: ")]
    [InlineData("""{ "City/map.fmw": { "end": 1 } }""", "outcomes.json is no file of outcomes: ")]
    [InlineData("""{ "City/map.fmw": {}, "City/map.fmw": {} }""", "outcomes.json is no file of outcomes: ")]
    [InlineData("""{ "City/map.fmw": { "message": "m" } }""", "City/map.fmw has a message, which only a failure can have")]
    [InlineData("""{ "City/map.fmw": { "runTime": -1 } }""", "the runTime of City/map.fmw has to be")]
    [InlineData("""{ "City/none.fmw": {} }""", "There is no workspace City/none.fmw to set an outcome for. There are: City/map.fmw.")]
    [InlineData("[]", "outcomes.json is no file of outcomes: ")]
    [InlineData("null", "outcomes.json is null")]
    public async Task A_file_of_outcomes_that_is_wrong_is_said_in_a_line(string text, string message)
    {
        _folder.With("outcomes.json", text);
        await RefusedAsync(message, "--outcomes", "outcomes.json");
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
        await RefusedAsync("There is no workspace City/none.fmw", "--fail", "City/none.fmw");
        await RefusedAsync("There is no file of outcomes none.json", "--outcomes", "none.json");
        await RefusedAsync("There is no folder none", "--results", "none");
        await RefusedAsync("'app.example.com' is no origin.", "--cors", "app.example.com");
        await RefusedAsync("--run-time has to be a number of seconds", "--run-time=-1");
        await RefusedAsync("0 is not a valid number of engines.", "--engines", "0");
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

    private async Task<JsonElement> TransactAsync(Uri url, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, "/fmerest/v3/transformations/transact/City/map.fmw"));
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add("Authorization", "fmetoken token=local");
        using HttpResponseMessage response = await _http.SendAsync(request, CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(CancellationToken);
    }

    private async Task<HttpStatusCode> StatusOfAsync(Uri address, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        using HttpResponseMessage response = await _http.SendAsync(request, CancellationToken);
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
