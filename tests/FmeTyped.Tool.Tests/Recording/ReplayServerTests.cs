using System.Net;
using System.Text.Json;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Replay;
using FmeTyped.Tool.Serving;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Tests.Recording;

/// <summary>A server that answers from a recording.</summary>
public sealed class ReplayServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _console = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private LoopbackServer? _server;
    private int _count;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        With("recording.json", """{ "format": 1, "values": "masked" }""");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_same_request_gets_the_next_response_and_then_the_last_one_for_ever()
    {
        Uri url = await ReplayAsync(
            Exchange("GET", "/fmeapiv4/jobs/1", """{ "status": "queued" }"""),
            Exchange("GET", "/fmeapiv4/jobs/2", """{ "status": "other" }"""),
            Exchange("GET", "/fmeapiv4/jobs/1", """{ "status": "success" }"""));

        string[] polls = [await GetAsync(url, "fmeapiv4/jobs/1"), await GetAsync(url, "/fmeapiv4//jobs/1"), await GetAsync(url, "fmeapiv4/jobs/1")];

        Assert.Equal(["""{ "status": "queued" }""", """{ "status": "success" }""", """{ "status": "success" }"""], polls);
        Assert.Contains("GET /fmeapiv4/jobs/1 -> 200 (0001.json)", _console.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fmeapiv4/jobs?limit=1&offset=0", "/fmeapiv4/jobs?offset=0&limit=1", true)]
    [InlineData("/fmeapiv4/jobs?limit=1&offset=0", "/fmeapiv4/jobs?offset=0&limit=2", false)]
    [InlineData("/fmeapiv4/jobs?limit=1", "/fmeapiv4/jobs", false)]
    [InlineData("/fmeapiv4/jobs", "/fmeapiv4/jobs/", true)]
    [InlineData("/fmeapiv4/jobs?status=success&status=failure", "/fmeapiv4/jobs?status=failure&status=success", false)]
    [InlineData("/fmedatadownload/a%20b/m.fmw?NOTE=xxx&token=***", "/fmedatadownload/a b/m.fmw?token=whichever&NOTE=Broad+Street", true)]
    [InlineData("/fmeapiv4/accounts/***", "/fmeapiv4/accounts/anna", true)]
    [InlineData("/fmeapiv4/jobs?user=user-1", "/fmeapiv4/jobs?user=bert", true)]
    [InlineData("/fmeapiv4/jobs/1", "/fmeapiv4/Jobs/1", false)]
    public async Task An_address_is_compared_by_its_parts_and_a_placeholder_fits_anything(string recorded, string sent, bool fits)
    {
        Uri url = await ReplayAsync(Exchange("GET", recorded, "{}"));

        using HttpResponseMessage response = await _http.GetAsync(new Uri(url, sent), CancellationToken);

        Assert.Equal(fits ? HttpStatusCode.OK : HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task What_the_recording_does_not_have_is_said_with_what_it_has()
    {
        Uri url = await ReplayAsync(Exchange("GET", "/fmeapiv4/jobs?limit=1", "{}"));

        using HttpResponseMessage get = await _http.GetAsync(new Uri(url, "/fmeapiv4/jobs?limit=2&token=mk1"), CancellationToken);
        using HttpResponseMessage post = await _http.PostAsync(new Uri(url, "/fmeapiv4/jobs"), new StringContent("{}"), CancellationToken);

        Assert.Equal(HttpStatusCode.NotImplemented, get.StatusCode);
        string expected = await get.Content.ReadAsStringAsync(CancellationToken);
        Assert.Contains("What it has of GET begins with /fmeapiv4/jobs?limit=1.", expected, StringComparison.Ordinal);
        Assert.Contains("It has no POST.", await post.Content.ReadAsStringAsync(CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("mk1", _console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_the_recorded_server_are_its_own()
    {
        Uri url = await ReplayAsync(
            """
            { "sentAt": "", "request": { "method": "GET", "target": "/a", "headers": {} },
              "response": { "status": 302, "seconds": 0, "headers": { "Location": "http://fme-flow.invalid/b", "Content-Type": "application/json" },
                "json": { "url": "http://fme-flow.invalid/c", "other": "http://fme-flow.invalid:81/d" } } }
            """);

        using HttpResponseMessage response = await _http.GetAsync(new Uri(url, "/a"), CancellationToken);

        Assert.Equal(new Uri(url, "/b"), response.Headers.Location);
        Assert.Equal(
            $$"""{ "url": "{{url}}c", "other": "http://fme-flow.invalid:81/d" }""", await response.Content.ReadAsStringAsync(CancellationToken));
    }

    [Theory]
    [InlineData("""{ "status": 200, "seconds": 0, "headers": { "Content-Length": "3" }, "text": ["a", "b"] }""", "a\nb")]
    [InlineData("""{ "status": 200, "seconds": 0, "headers": { "Content-Encoding": "gzip" }, "bytes": 2 }""", "\0\0")]
    [InlineData("""{ "status": 200, "seconds": 0, "headers": {}, "base64": "YWI=" }""", "ab")]
    [InlineData("""{ "status": 204, "seconds": 0, "headers": {} }""", "")]
    public async Task Every_kind_of_body_comes_back(string response, string body)
    {
        Uri url = await ReplayAsync($$"""{ "request": { "method": "GET", "target": "/a", "headers": {} }, "response": {{response}} }""");

        Assert.Equal(body, await GetAsync(url, "/a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "response": { "status": 200, "seconds": 0, "headers": { "Content-Length": "9" }, "text": ["a"] }""")]
    public async Task A_connection_that_was_cut_is_cut_again(string response)
    {
        Uri url = await ReplayAsync($$"""{ "request": { "method": "GET", "target": "/a", "headers": {} }{{response}}, "brokenOff": "cut" }""");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(url, "/a"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "request": { "method": 1, "target": "/", "headers": {} } }""")]
    [InlineData("""{ "request": { "method": "GET", "target": "/", "headers": { "a": 1 } } }""")]
    [InlineData("""{ "request": { "method": "GET", "target": "/", "headers": {} }, "response": { "status": 99, "seconds": 0, "headers": {} } }""")]
    [InlineData("""{ "request": { "method": "GET", "target": "/", "headers": {} }, "response": { "status": 200, "seconds": 0, "headers": {}, "bytes": -1 }}""")]
    [InlineData("""{ "request": { "method": "GET", "target": "/", "headers": {} }, "response": { "status": 200, "seconds": 1e300, "headers": {} } }""")]
    public void A_file_that_is_none_of_a_recording_is_named(string content)
    {
        With("0001.json", content);

        ToolException fault = Assert.Throws<ToolException>(() => RecordedExchanges.Read(_folder.Path));

        Assert.Contains("0001.json is not a file of a recording", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"format\": 2, \"values\": \"masked\" }", "has a format that")]
    [InlineData("{", "cannot be read")]
    [InlineData("{ \"format\": \"1\" }", "cannot be read")]
    public void A_head_that_is_not_understood_is_refused(string head, string message)
    {
        With("recording.json", head);

        Assert.Contains(message, Assert.Throws<ToolException>(() => RecordedExchanges.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    // docs/reference/bounds.md
    [Fact]
    public void A_recording_that_does_not_fit_into_memory_is_refused()
    {
        using (FileStream large = File.Create(_folder.PathOf("0001.json")))
        {
            large.SetLength(RecordedExchanges.MaxSize);
        }

        Assert.Contains("more than 256 MiB", Assert.Throws<ToolException>(() => RecordedExchanges.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    private static string Exchange(string method, string target, string json) =>
        $$"""
        { "sentAt": "2026-01-31T10:11:12.000Z", "request": { "method": "{{method}}", "target": {{JsonSerializer.Serialize(target)}}, "headers": {} },
          "response": { "status": 200, "seconds": 0.1, "headers": { "Content-Type": "application/json" }, "json": {{json}} } }
        """;

    private void With(string file, string content) => File.WriteAllText(_folder.PathOf(file), content);

    private async Task<Uri> ReplayAsync(params string[] exchanges)
    {
        foreach (string exchange in exchanges)
        {
            With($"{++_count:0000}.json", exchange);
        }

        var replay = new ReplayServer(RecordedExchanges.Read(_folder.Path), new Output(TextWriter.Synchronized(_console), TextWriter.Null, Terminal: null));
        _server = await LoopbackServer.StartAsync(0, replay.InvokeAsync, CancellationToken);
        return _server.Url;
    }

    private Task<string> GetAsync(Uri url, string path) => _http.GetStringAsync(new Uri(url, path), CancellationToken);
}
