using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FmeTyped.Tool.Masking;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Serving;
using FmeTyped.Tool.Terminal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Tool.Tests.Recording;

/// <summary>The recorder between a client and servers that do what servers do, and what they should not do.</summary>
public sealed class RecorderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _console = new();
    private readonly List<IAsyncDisposable> _running = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private Recorder? _recorder;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string Recording => _folder.PathOf("recording");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable running in Enumerable.Reverse(_running))
        {
            await running.DisposeAsync();
        }

        _recorder?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_request_arrives_as_it_was_sent()
    {
        string seen = "";
        Uri url = await RecordAsync(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
            IHeaderDictionary headers = http.Request.Headers;
            seen = $"{http.Request.Method} {http.Features.Get<IHttpRequestFeature>()!.RawTarget} {headers["X-Own"]} {headers.Authorization} "
                + $"{headers.ContentType} {headers.ContentLength} {headers.Host} {headers.AcceptEncoding} {await reader.ReadToEndAsync(CancellationToken)}";
        });
        var target = new Uri(url + "fmeapiv4/a%2Fb//c%20d?x=%41+b", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Put, target) { Content = new ByteArrayContent([1, 0xE9, 0x41]) };
        request.Headers.Add("X-Own", "own");
        request.Headers.Add("Authorization", "fmetoken token=mk1");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using HttpResponseMessage response = await _http.SendAsync(request, CancellationToken);

        Assert.Equal($"PUT /fmeapiv4/a%2Fb//c%20d?x=%41+b own fmetoken token=mk1  3 {_server!.Url.Authority}  \u0001\u00E9A", seen);
    }

    [Fact]
    public async Task A_response_arrives_as_it_was_sent()
    {
        byte[] body = RandomNumberGenerator.GetBytes(300_000);
        Uri url = await RecordAsync(async http =>
        {
            http.Response.StatusCode = 206;
            http.Response.ContentType = "application/zip";
            http.Response.Headers.ContentRange = "bytes 0-299999/400000";
            http.Response.Headers.Append("X-Two", "1");
            http.Response.Headers.Append("X-Two", "2");
            await http.Response.Body.WriteAsync(body, CancellationToken);
        });

        using HttpResponseMessage response = await _http.GetAsync(new Uri(url, "/fmedatadownload/results/a.zip"), CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(["1", "2"], response.Headers.GetValues("X-Two"));
        Assert.Equal(400_000, response.Content.Headers.ContentRange!.Length);
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(CancellationToken));
        Assert.Equal(300_000, ResponseOf(ReadOnly()).GetProperty("bytes").GetInt32());
    }

    [Fact]
    public async Task A_head_has_the_length_of_what_it_does_not_bring()
    {
        Uri url = await RecordAsync(http =>
        {
            http.Response.ContentLength = 5_000_000;
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(url, "/fmedatadownload/results/a.zip"));

        using HttpResponseMessage response = await _http.SendAsync(request, CancellationToken);

        Assert.Equal(5_000_000, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_result_arrives_piece_by_piece()
    {
        var received = new TaskCompletionSource();
        Uri url = await RecordAsync(async http =>
        {
            await http.Response.WriteAsync("first", CancellationToken);
            await http.Response.Body.FlushAsync(CancellationToken);
            await received.Task;
            await http.Response.WriteAsync(" last", CancellationToken);
        });
        using HttpResponseMessage response = await _http.GetAsync(
            new Uri(url, "/fmedatastreaming/City/map.fmw"), HttpCompletionOption.ResponseHeadersRead, CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(CancellationToken));
        char[] first = new char[5];

        await reader.ReadBlockAsync(first, CancellationToken);
        received.SetResult();

        Assert.Equal("first last", new string(first) + await reader.ReadToEndAsync(CancellationToken));
    }

    [Fact]
    public async Task Addresses_of_the_server_lead_back_to_the_recorder_and_files_stay_as_they_are()
    {
        string server = "";
        Uri url = await RecordAsync(async http =>
        {
            string escaped = server.Replace("/", "\\/", StringComparison.Ordinal);
            http.Response.Headers.Location = $"{server}fmeapiv4/jobs/1";
            http.Response.Headers.Link = $"<{server}fmeapiv4/jobs?offset=100>; rel=next";
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(
                $$"""{"url":"{{server}}fmeapiv4/jobs/1","escaped":"{{escaped}}x","other":"http://other.example/"}""",
                CancellationToken);
        });
        server = _server!.Url.ToString();

        using HttpResponseMessage record = await _http.GetAsync(new Uri(url, "/fmeapiv4/jobs/1"), CancellationToken);
        string file = await _http.GetStringAsync(new Uri(url, "/fmeapiv4/resources/connections/A/download?path=a.json"), CancellationToken);

        Assert.Equal(new Uri(url, "/fmeapiv4/jobs/1"), record.Headers.Location);
        Assert.Equal([$"<{url}fmeapiv4/jobs?offset=100>; rel=next"], record.Headers.GetValues("Link"));
        Assert.Equal(
            $$"""{"url":"{{url}}fmeapiv4/jobs/1","escaped":"{{url.ToString().TrimEnd('/')}}\/x","other":"http://other.example/"}""",
            await record.Content.ReadAsStringAsync(CancellationToken));
        Assert.Contains(server, file, StringComparison.Ordinal);
        Assert.DoesNotContain(url.Authority, file, StringComparison.Ordinal);
        string recorded = string.Concat(Directory.GetFiles(Recording).Select(File.ReadAllText));
        Assert.Contains("\"Location\": \"http://fme-flow.invalid/fmeapiv4/jobs/1\"", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("other.example", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_body_passes_and_leaves_its_length_and_hash()
    {
        byte[] body = new byte[CapturedBody.MaxSize + 1];
        long arrived = 0;
        Uri url = await RecordAsync(async http =>
        {
            byte[] buffer = new byte[1 << 16];
            for (int count; (count = await http.Request.Body.ReadAsync(buffer, CancellationToken)) > 0;)
            {
                arrived += count;
            }

            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync($"\"{new string('a', CapturedBody.MaxSize)}\"", CancellationToken);
        });

        using HttpResponseMessage response = await _http.PostAsync(new Uri(url, "/fmeapiv4/jobs"), new ByteArrayContent(body), CancellationToken);

        Assert.Equal(body.Length, arrived);
        Assert.Equal(CapturedBody.MaxSize + 2, (await response.Content.ReadAsByteArrayAsync(CancellationToken)).Length);
        JsonElement exchange = ReadOnly();
        Assert.Equal(body.Length, exchange.GetProperty("request").GetProperty("bytes").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), exchange.GetProperty("request").GetProperty("sha256").GetString());
        Assert.Equal(CapturedBody.MaxSize + 2, ResponseOf(exchange).GetProperty("bytes").GetInt64());
        Assert.True(new FileInfo(Directory.GetFiles(Recording, "0001*").Single()).Length < 5000);
    }

    // docs/reference/bounds.md
    [Fact]
    public async Task A_record_that_is_too_large_to_be_held_passes_as_it_is()
    {
        Uri url = await RecordAsync(async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync($"[\"{_server!.Url}\",\"{new string('a', Recorder.MaxRecordSize)}\"]", CancellationToken);
        });

        string record = await _http.GetStringAsync(new Uri(url, "/fmeapiv4/jobs"), CancellationToken);

        Assert.Equal(Recorder.MaxRecordSize, record.Count(character => character == 'a'));
        Assert.Contains(_server!.Url.ToString(), record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_form_are_shown_without_what_is_in_them()
    {
        Uri url = await RecordAsync(http => http.Request.Body.CopyToAsync(Stream.Null, CancellationToken));
        using var form = new MultipartFormDataContent
        {
            { new StringContent("mk1secret"), "token" },
            { new StringContent("the mk1secret file"), "file", "a.txt" },
            { new ByteArrayContent([0, 1, 2]), "binary", "b.bin" },
        };

        using HttpResponseMessage response = await _http.PostAsync(new Uri(url, "/fmedataupload/City/map.fmw?x=mk1secret"), form, CancellationToken);

        JsonElement[] parts = [.. ReadOnly().GetProperty("request").GetProperty("parts").EnumerateArray()];
        Assert.Equal("***", parts[0].GetProperty("text")[0].GetString());
        Assert.Equal("xxxxxxxxxxxxxxxxxx", parts[1].GetProperty("text")[0].GetString());
        Assert.Contains("filename=a.txt", parts[1].GetProperty("headers").GetProperty("Content-Disposition").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, parts[2].GetProperty("bytes").GetInt32());
        Assert.DoesNotContain("mk1", string.Concat(Directory.GetFiles(Recording).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{\"a\":")]
    [InlineData("application/json", "\"\\ud800\"")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=b", "no such boundary")]
    [InlineData("text/plain", "{{{")]
    public async Task A_body_that_is_not_what_it_says_is_masked_all_the_same(string contentType, string body)
    {
        Uri url = await RecordAsync(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, CancellationToken);
            http.Response.ContentType = contentType;
            await http.Response.WriteAsync(body, CancellationToken);
        });
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using HttpResponseMessage response = await _http.PostAsync(new Uri(url, "/fmeapiv4/jobs"), content, CancellationToken);

        Assert.Equal(body, await response.Content.ReadAsStringAsync(CancellationToken));
        string recorded = File.ReadAllText(Directory.GetFiles(Recording, "0001*").Single());
        Assert.DoesNotContain(JsonSerializer.Serialize(body).Trim('"'), recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_compressed_anyway_passes_as_it_is()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("[1]"u8);
        }

        Uri url = await RecordAsync(async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.Body.WriteAsync(compressed.ToArray(), CancellationToken);
        });

        using HttpResponseMessage response = await _http.GetAsync(new Uri(url, "/fmeapiv4/jobs"), CancellationToken);

        Assert.Equal(compressed.ToArray(), await response.Content.ReadAsByteArrayAsync(CancellationToken));
        Assert.Equal(compressed.Length, ResponseOf(ReadOnly()).GetProperty("bytes").GetInt64());
    }

    [Theory]
    [InlineData("", BrokenOff.NoResponse)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\r\nSmith", BrokenOff.ByServer)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":1", BrokenOff.ByServer)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nSmi", BrokenOff.ByServer)]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n", BrokenOff.NoResponse)]
    public async Task A_connection_that_is_cut_is_cut_for_the_client_too(string response, string brokenOff)
    {
        using var server = new CuttingServer(response);
        Uri url = await RecordAsync(server.Url);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _http.GetByteArrayAsync(new Uri(url, "/fmeapiv4/jobs"), CancellationToken));

        Assert.Equal(brokenOff, ReadOnly().GetProperty("brokenOff").GetString());
        Assert.Equal(1, server.Connections);
        Assert.Contains($"({brokenOff})", _console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_is_sent_once_whatever_happens_to_it()
    {
        using var server = new CuttingServer("");
        Uri url = await RecordAsync(server.Url);

        await Assert.ThrowsAnyAsync<HttpRequestException>(
            () => _http.PostAsync(new Uri(url, "/fmeapiv4/jobs"), new StringContent("{}", Encoding.UTF8, "application/json"), CancellationToken));

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_client_that_gives_up_is_noticed()
    {
        var reached = new TaskCompletionSource();
        var left = new TaskCompletionSource();
        Uri url = await RecordAsync(async http =>
        {
            reached.SetResult();
            await using CancellationTokenRegistration registration = http.RequestAborted.Register(left.SetResult);
            await left.Task;
        });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);

        Task<HttpResponseMessage> request = _http.GetAsync(new Uri(url, "/fmeapiv4/jobs/1/result?longPoll=true"), giveUp.Token);
        await reached.Task;
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await left.Task.WaitAsync(CancellationToken);
        await StopAsync();
        Assert.Equal(BrokenOff.ByClient, ReadOnly().GetProperty("brokenOff").GetString());
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_numbered_as_they_arrive_and_each_has_its_own_response()
    {
        var both = new CountdownEvent(2);
        var arrived = new TaskCompletionSource();
        Uri url = await RecordAsync(async http =>
        {
            if (both.Signal())
            {
                arrived.SetResult();
            }

            await arrived.Task;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync($"{{\"id\":{http.Request.Path.Value!.Split('/')[^1]}}}", CancellationToken);
        });

        string[] responses = await Task.WhenAll(
            _http.GetStringAsync(new Uri(url, "/fmeapiv4/jobs/1"), CancellationToken),
            _http.GetStringAsync(new Uri(url, "/fmeapiv4/jobs/2"), CancellationToken));

        both.Dispose();
        Assert.Equal(["""{"id":1}""", """{"id":2}"""], responses);
        RecordedExchange[] recorded = [.. RecordedExchanges.Read(Recording).Exchanges];
        Assert.Equal(2, recorded.Length);
        Assert.All(recorded, exchange => Assert.EndsWith($"/{exchange.ResponseJson!.Value.GetProperty("id")}", exchange.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_and_leaves_nothing_and_the_client_is_not_affected()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder in use cannot be removed there.");
        Uri url = await RecordAsync(http => http.Response.WriteAsync("all of it", CancellationToken));
        Directory.Delete(Recording, recursive: true);

        Assert.Equal("all of it", await _http.GetStringAsync(new Uri(url, "/fmeapiv4/jobs"), CancellationToken));

        Assert.Equal(1, _recorder!.Failures);
        Assert.StartsWith("Exchange 1 could not be written: ", _console.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Recording));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused()
    {
        string taken = _folder.Write("taken/a.txt");
        var text = new TextMask(new Uri("https://fme.example.com"), keepsValues: false);

        string folder = Path.GetDirectoryName(taken)!;
        ToolException full = Assert.Throws<ToolException>(() => RecordingFolder.Create(folder, text, new([])));
        ToolException file = Assert.Throws<ToolException>(() => RecordingFolder.Create(taken, text, new([])));

        Assert.Contains("is not empty", full.Message, StringComparison.Ordinal);
        Assert.Contains("is a file", file.Message, StringComparison.Ordinal);
        Assert.Equal([taken], Directory.GetFileSystemEntries(folder));
    }

    private LoopbackServer? _server;

    private async Task<Uri> RecordAsync(RequestDelegate serve)
    {
        _server = await LoopbackServer.StartAsync(0, serve, CancellationToken);
        _running.Add(_server);
        return await RecordAsync(_server.Url);
    }

    private async Task<Uri> RecordAsync(Uri server)
    {
        var text = new TextMask(server, keepsValues: false);
        TextWriter console = TextWriter.Synchronized(_console);
        _recorder = new Recorder(
            server, RecordingFolder.Create(Recording, text, new SecretParameters([])), new Output(console, console, Terminal: null), TimeProvider.System,
            Recorder.CreateHandler());
        LoopbackServer listener = await LoopbackServer.StartAsync(0, _recorder.InvokeAsync, CancellationToken);
        _running.Add(listener);
        text.RecorderAuthority = listener.Url.Authority;
        return listener.Url;
    }

    private async Task StopAsync()
    {
        await _running[^1].DisposeAsync();
        _running.RemoveAt(_running.Count - 1);
    }

    private JsonElement ReadOnly()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(Recording, "0*").Single()));
        return document.RootElement.Clone();
    }

    private static JsonElement ResponseOf(JsonElement exchange) => exchange.GetProperty("response");

    /// <summary>Reads a request, sends some bytes, and closes the connection.</summary>
    private sealed class CuttingServer(string response) : SocketServer
    {
        private int _connections;

        public int Connections => Volatile.Read(ref _connections);

        protected override async Task ServeAsync(Socket socket)
        {
            Interlocked.Increment(ref _connections);
            await socket.ReceiveAsync(new byte[4096]);
            await socket.SendAsync(Encoding.ASCII.GetBytes(response));
            socket.Shutdown(SocketShutdown.Send);
        }
    }
}
