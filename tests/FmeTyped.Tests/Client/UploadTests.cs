using System.Net;
using System.Text.RegularExpressions;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Client;

/// <summary>What goes over the wire for a request with files of this machine. The random parts of names are shown as ID.</summary>
public sealed partial class UploadTests : IDisposable
{
    private const string V3Temp = "/fmerest/v3/resources/connections/FME_SHAREDRESOURCE_TEMP/filesys/fmetyped/ID";
    private const string V3Upload = "?createDirectories=true&overwrite=true";
    private const string V3Submit = "POST /fmerest/v3/transformations/submit/Samples/import.fmw";
    private const string V4Temp = "/fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Version_3_takes_the_bytes_and_the_name_in_a_header()
    {
        using var replay = new Replay();
        replay.On("POST", "/fmerest/v3/resources/connections/FME_SHAREDRESOURCE_TEMP/filesys/fmetyped/*", 201, """{"name":"roads.gml"}""");
        replay.On("POST", "/fmerest/v3/transformations/submit/Samples/import.fmw", 202, """{"id":42}""");
        using FmeFlowClient fme = replay.Client();

        await fme.SubmitAsync(new FileRequest { Source = FileRequest.FileOf("roads.gml", "<gml/>") }, new FmeRunOptions { CorrelationKey = "key" }, Token);

        var upload = replay.Server.LogEntries[0].RequestMessage!;
        Assert.Equal("attachment; filename=\"roads.gml\"", upload.Headers!["Content-Disposition"].Single());
        Assert.Equal("application/octet-stream", upload.Headers["Content-Type"].Single());
        Assert.Equal("6", upload.Headers["Content-Length"].Single());
        Assert.Equal($"fmetoken token={Tokens.Marker}", upload.Headers["Authorization"].Single());
        Assert.Equal("<gml/>"u8.ToArray(), upload.BodyAsBytes);
        Assert.Equal($"{V3Temp}/1{V3Upload}", Plain(new Uri(upload.Url).PathAndQuery));
        Assert.Equal(
            """{"publishedParameters":[{"name":"SOURCE","value":"$(FME_SHAREDRESOURCE_TEMP)/fmetyped/ID/1/roads.gml"}],"NMDirectives":{"directives":["""
                + """{"name":"fmetypedCorrelationKey","value":"key"}]}}""",
            Plain(replay.Server.LogEntries[^1].RequestMessage!.Body!));
    }

    [Fact]
    public async Task Version_4_takes_a_form_with_the_file_as_its_field()
    {
        using var replay = new Replay { ApiVersion = FmeApiVersion.V4 };
        replay.On("POST", $"{V4Temp}/upload", 200, "");
        replay.On("POST", "/fmeapiv4/jobs", 202, """{"id":42}""");
        using FmeFlowClient fme = replay.Client();

        await fme.SubmitAsync(new FileRequest { Source = FileRequest.FileOf("Straße 🗺.gml", "<gml/>") }, Token);

        var upload = replay.Server.LogEntries[0].RequestMessage!;
        const string Body =
            "--fmetyped-ID\r\nContent-Disposition: form-data; name=\"files\"; filename=\"Straße 🗺.gml\"\r\nContent-Type: "
                + "application/octet-stream\r\n\r\n<gml/>\r\n--fmetyped-ID--\r\n";
        string body = System.Text.Encoding.UTF8.GetString(upload.BodyAsBytes!);
        Assert.Equal(Body, Plain(body));
        Assert.Equal("multipart/form-data; boundary=fmetyped-ID", Plain(upload.Headers!["Content-Type"].Single()));
        Assert.Equal(
            System.Text.Encoding.UTF8.GetByteCount(body).ToString(System.Globalization.CultureInfo.InvariantCulture),
            upload.Headers["Content-Length"].Single());
        Assert.Equal($"{V4Temp}/upload?path=%2Ffmetyped%2FID%2F1&overwrite=true", Plain(new Uri(upload.Url).PathAndQuery));
        Assert.Contains("""
            "SOURCE":"$(FME_SHAREDRESOURCE_TEMP)/fmetyped/ID/1/Stra\u00DFe \uD83D\uDDFA.gml"
            """, Plain(replay.Server.LogEntries[^1].RequestMessage!.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_beyond_ASCII_is_encoded_in_the_header_of_version_3()
    {
        string? disposition = null;
        using StubServer server = new StubServer().Do((request, _) =>
        {
            disposition = request.Content!.Headers.NonValidated["Content-Disposition"].ToString();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created));
        });
        using FmeFlowClient fme = Submitting(server).Client();

        await fme.SubmitAsync(new FileRequest { Source = FileRequest.FileOf("Straße.gml", "x") }, Token);

        Assert.Equal("attachment; filename=\"Stra_e.gml\"; filename*=UTF-8''Stra%C3%9Fe.gml", disposition);
    }

    [Fact]
    public async Task Equal_names_do_not_meet_and_equal_files_are_uploaded_once()
    {
        FmeFile first = FileRequest.FileOf("a.gml", "first");
        FmeFile second = FileRequest.FileOf("a.gml", "second");
        using StubServer server = Submitting(new StubServer().Answer("{}").Answer("{}"));
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(new FileRequest { Source = first, Other = second, Many = [second, FmeFile.OnServer("b.gml"), first] }, Token);

        Assert.Equal([$"POST {V3Temp}/1{V3Upload}", $"POST {V3Temp}/2{V3Upload}", V3Submit], server.Lines.Select(Plain));
        Assert.Equal(["first", "second"], server.Requests.Take(2).Select(request => request.Body));
        Assert.Contains(
            """
            {"name":"MANY","value":["$(FME_SHAREDRESOURCE_TEMP)/fmetyped/ID/2/a.gml","b.gml","$(FME_SHAREDRESOURCE_TEMP)/fmetyped/ID/1/a.gml"]}
            """,
            Plain(server.Requests[2].Body),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Siblings_go_to_the_same_folder()
    {
        string path = _folder.Write("roads.shp", "roads.shx", "roads.dbf");
        using StubServer server = Submitting(new StubServer().Answer("{}").Answer("{}").Answer("{}"));
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(new FileRequest { Source = FmeFile.FromPath(path) }, Token);

        Assert.Equal([.. Enumerable.Repeat($"POST {V3Temp}/1{V3Upload}", 3), V3Submit], server.Lines.Select(Plain));
        Assert.Equal(["roads.shp", "roads.dbf", "roads.shx"], server.Requests.Take(3).Select(request => request.Body));
        Assert.Contains("/1/roads.shp\"", server.Requests[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_uploaded_file_by_file()
    {
        _folder.Write("town.gdb/a.gdbtable", "town.gdb/sub/b.bin");
        using StubServer server = Submitting(new StubServer().Answer("{}").Answer("{}"));
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(new FileRequest { Folder = FmeFolder.FromPath(_folder.PathOf("town.gdb")) }, Token);

        Assert.Equal([$"POST {V3Temp}/1/town.gdb{V3Upload}", $"POST {V3Temp}/1/town.gdb/sub{V3Upload}", V3Submit], server.Lines.Select(Plain));
        Assert.Contains("/1/town.gdb\"", server.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_connection_is_uploaded_to_and_named_to_the_workspace()
    {
        using StubServer server = Submitting(new StubServer().Answer("{}"));
        using FmeFlowClient fme = server.Client(configure: options => options.UploadRoute = FmeUploadRoute.DataUpload);

        await fme.SubmitAsync(
            new FileRequest { Source = FileRequest.FileOf("a.gml", "x") },
            new FmeRunOptions { UploadRoute = FmeUploadRoute.Connection("My Share", "in/app") },
            Token);

        Assert.Equal($"POST /fmerest/v3/resources/connections/My%20Share/filesys/in/app/ID/1{V3Upload}", Plain(server.Lines.First()));
        Assert.Contains("$(My Share)/in/app/ID/1/a.gml", Plain(server.Requests[1].Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"file":[{"name":"a.gml","path":"/data/upload/a.gml"}]}""", "/data/upload/a.gml")]
    [InlineData("""{"file":{"name":"a.gml","path":"/data/upload"}}""", "/data/upload/a.gml")]
    [InlineData("""{"archive":[{"name":"a.gml","path":"C:\\data\\a.gml"}]}""", """C:\\data\\a.gml""")]
    [InlineData("""{"folder":[{"path":"/data/upload"}]}""", "/data/upload/a.gml")]
    [InlineData("""{"path":"/data/upload/"}""", "/data/upload/a.gml")]
    public async Task The_data_upload_service_tells_the_path(string files, string path)
    {
        using StubServer server =
            Submitting(new StubServer().Answer("""{"serviceResponse":{"statusInfo":{"status":"success"},"session":"S","files":""" + files + "}}"));
        using FmeFlowClient fme = server.Client(configure: options => options.UploadRoute = FmeUploadRoute.DataUpload);

        await fme.SubmitAsync(new FileRequest { Source = FileRequest.FileOf("a.gml", "x") }, Token);

        Assert.Equal(
            "PUT /fmedataupload/Samples/import.fmw/a.gml?opt_fullpath=true&opt_namespace=fmetyped-ID-1&opt_responseformat=json", Plain(server.Lines.First()));
        Assert.Equal("x", server.Requests[0].Body);
        Assert.Contains($"\"value\":\"{path}\"", server.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"serviceResponse":{"statusInfo":{"status":"failure","message":"No space"}}}""", "No space")]
    [InlineData("""{"serviceResponse":{"statusInfo":{"status":"success"},"files":{}}}""", "the path of the uploaded file")]
    [InlineData("<html><title>Login</title></html>", "login page")]
    public async Task An_answer_of_the_data_upload_service_without_a_path_submits_nothing(string answer, string expected)
    {
        using StubServer server = new StubServer().Answer(answer);
        using FmeFlowClient fme = server.Client(configure: options => options.UploadRoute = FmeUploadRoute.DataUpload);

        FmeException error =
            await Assert.ThrowsAnyAsync<FmeException>(() => fme.SubmitAsync(new FileRequest { Source = FileRequest.FileOf("a.gml", "x") }, Token));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_data_upload_service_takes_no_folders()
    {
        _folder.Write("in/a.txt");
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        FmeNotSupportedException error = await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.SubmitAsync(
            new FileRequest { Source = FileRequest.FileOf("a", ""), Folder = FmeFolder.FromPath(_folder.PathOf("in")) },
            new FmeRunOptions { UploadRoute = FmeUploadRoute.DataUpload },
            Token));

        Assert.Contains("FmeFile.FromFolder", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_something_else_takes_the_place_of_is_not_uploaded()
    {
        using StubServer server = Submitting(new StubServer());
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(
            new FileRequest { Source = FmeFile.FromPath(_folder.PathOf("missing.gml")), Many = [FileRequest.FileOf("a", "")] },
            new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["SOURCE"] = "x", ["MANY"] = "y" }, CorrelationKey = "key" },
            Token);

        Assert.Equal(
            """{"publishedParameters":[{"name":"SOURCE","value":"x"},{"name":"MANY","value":"y"}],"NMDirectives":{"directives":["""
                + """{"name":"fmetypedCorrelationKey","value":"key"}]}}""",
            Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Progress_is_told_for_each_file()
    {
        var told = new List<FmeUploadProgress>();
        using StubServer server = Submitting(new StubServer().Answer("{}").Answer("{}"));
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(
            new FileRequest { Source = FileRequest.FileOf("a", new string('x', 100_000)), Other = FmeFile.FromStream("b", _ => new(new Unseekable("yy"))) },
            new FmeRunOptions { UploadProgress = new Reporter(told.Add) },
            Token);

        Assert.Equivalent(new FmeUploadProgress("a", 0, 100_000), told[0], strict: true);
        Assert.Equivalent(new FmeUploadProgress("a", 100_000, 100_000), told[^3], strict: true);
        Assert.Equal([("b", 0, null), ("b", 2, null)], told[^2..].Select(progress => (progress.File, progress.BytesSent, progress.TotalBytes)));
        Assert.Equal(
            told.Take(told.Count - 2).Select(progress => progress.BytesSent).Order(), told.Take(told.Count - 2).Select(progress => progress.BytesSent));
    }

    [Theory]
    [InlineData("""[{"name":"a.gml","status":"error","message":"disk full"}]""", "a.gml: disk full")]
    [InlineData("""{"items":[{"fileName":"a.gml","status":507}]}""", "a.gml")]
    [InlineData("""{"files":[{"file":"a.gml","success":false,"error":"quota"}]}""", "a.gml: quota")]
    [InlineData("""{"a.gml":"failed"}""", "failed")]
    [InlineData("partial failure", "partial failure")]
    public async Task A_207_with_a_failure_names_the_file_and_cleans_up(string body, string expected)
    {
        using StubServer server = new StubServer().Answer("").Answer(HttpStatusCode.MultiStatus, body).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client(configure: V4);

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.SubmitAsync(
            new FileRequest { Source = FileRequest.FileOf("first.gml", ""), Other = FileRequest.FileOf("a.gml", "") }, Token));

        Assert.Equal("upload FME_SHAREDRESOURCE_TEMP/fmetyped/ID/2/a.gml", Plain(error.Operation));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal($"DELETE {V4Temp}/item?path=%2Ffmetyped%2FID", Plain(server.Lines.Last()));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("""[{"name":"a.gml","status":"SUCCESS"}]""")]
    [InlineData("""{"items":[{"name":"a.gml","status":201}]}""")]
    [InlineData("""{"files":[{"name":"a.gml","success":true}]}""")]
    public async Task A_207_in_which_all_went_well_is_taken(string body)
    {
        using StubServer server = Submitting(new StubServer().Answer(HttpStatusCode.MultiStatus, body));
        using FmeFlowClient fme = server.Client(configure: V4);

        Assert.Equal(42, (await fme.SubmitAsync(new FileRequest { Source = FileRequest.FileOf("a.gml", "") }, Token)).Id);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task A_403_names_the_permission_and_a_404_the_connection(FmeApiVersion version)
    {
        using StubServer server = new StubServer()
            .Answer(HttpStatusCode.Forbidden, """{"message":"no"}""").Answer(HttpStatusCode.Forbidden).Answer(HttpStatusCode.NotFound).Answer(
                HttpStatusCode.NotFound);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);
        var request = new FileRequest { Source = FileRequest.FileOf("a.gml", "") };

        FmeForbiddenException forbidden = await Assert.ThrowsAsync<FmeForbiddenException>(() => fme.SubmitAsync(request, Token));
        FmeNotFoundException missing = await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.SubmitAsync(request, Token));

        Assert.Contains(
            "the permission to write in FME_SHAREDRESOURCE_TEMP (User Management > Resources > FME_SHAREDRESOURCE_TEMP)",
            forbidden.Message,
            StringComparison.Ordinal);
        Assert.Contains("no shared resource FME_SHAREDRESOURCE_TEMP", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_tries_again_gets_the_content_anew()
    {
        int opened = 0;
        var bodies = new List<string>();
        using StubServer server = new StubServer().Answer("{}").Answer(HttpStatusCode.Accepted, """{"id":42}""");
        using var http = new HttpClient(new SendingTwice(bodies) { InnerHandler = server });
        using var fme =
            new FmeFlowClient(new FmeFlowOptions { ServerUrl = new("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 }, http);

        await fme.SubmitAsync(
            new FileRequest
            {
                Source = FmeFile.FromStream("a.gml", _ =>
                {
                    opened++;
                    return new(new MemoryStream("content"u8.ToArray()));
                }),
            },
            Token);

        Assert.Equal(2, opened);
        Assert.Equal(["content", "content"], bodies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_cannot_be_read_is_told_as_that_and_not_as_a_fault_of_the_server(bool atOpening)
    {
        var cause = new IOException("the cartridge is out");
        using StubServer server = new StubServer().Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.SubmitAsync(
            new FileRequest { Source = FmeFile.FromStream("a.gml", _ => atOpening ? throw cause : new(new Failing(cause))) }, Token));

        Assert.Contains("a.gml: its content cannot be read. the cartridge is out.", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("DELETE", server.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_that_moves_may_take_longer_than_the_time_limit_and_one_that_stands_still_may_not()
    {
        var time = new FakeTimeProvider();
        int read = 0;
        using StubServer moving = Submitting(new StubServer().Answer("{}"));
        using FmeFlowClient fme = moving.Client(time);
        FmeFile file = FmeFile.FromStream("a.gml", _ => new(new Scripted(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            return new(++read < 10 ? 1 : 0);
        })));

        await fme.SubmitAsync(new FileRequest { Source = file }, Token);

        Assert.Equal(9, moving.Requests[0].Body.Length);

        using StubServer still = new StubServer().Answer(HttpStatusCode.NoContent);
        using FmeFlowClient waiting = still.Client(time);
        FmeFile stuck = FmeFile.FromStream("a.gml", _ => new(new Scripted(async token =>
        {
            time.Advance(TimeSpan.FromSeconds(101));
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        })));
        FmeServerUnavailableException error =
            await Assert.ThrowsAsync<FmeServerUnavailableException>(() => waiting.SubmitAsync(new FileRequest { Source = stuck }, Token));

        Assert.Contains("within 00:01:40", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_on_the_way_closes_the_file_and_removes_what_was_uploaded()
    {
        using var cancellation = new CancellationTokenSource();
        Scripted? opened = null;
        using StubServer server = new StubServer().Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();
        FmeFile file = FmeFile.FromStream("a.gml", _ => new(opened = new Scripted(async token =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        })));

        OperationCanceledException error =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fme.SubmitAsync(new FileRequest { Source = file }, cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.True(opened!.IsClosed);
        Assert.Equal(["DELETE /fmerest/v3/resources/connections/FME_SHAREDRESOURCE_TEMP/filesys/fmetyped/ID"], server.Lines.Select(Plain));
    }

    [Fact]
    public async Task A_file_that_was_never_sent_is_closed()
    {
        Scripted? opened = null;
        using var http = new HttpClient(new Refusing());
        using var fme =
            new FmeFlowClient(new FmeFlowOptions { ServerUrl = new("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 }, http);

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.SubmitAsync(
            new FileRequest { Source = FmeFile.FromStream("a.gml", _ => new(opened = new Scripted(_ => new(0)))) }, Token));

        Assert.True(opened!.IsClosed);
    }

    [Fact]
    public async Task A_request_without_files_pays_nothing_for_them()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Accepted, """{"id":42}""");
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(new FileRequest { Source = FmeFile.OnServer("a"), Folder = FmeFolder.OnServer("b") }, Token);

        Assert.Equal([V3Submit], server.Lines);
    }

    private static void V4(FmeFlowOptions options) => options.ApiVersion = FmeApiVersion.V4;

    private static StubServer Submitting(StubServer server) => server.Answer(HttpStatusCode.Accepted, """{"id":42}""");

    private static string Plain(string text) => RandomName().Replace(text, "ID");

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex RandomName();

    private sealed class Reporter(Action<FmeUploadProgress> report) : IProgress<FmeUploadProgress>
    {
        public void Report(FmeUploadProgress value) => report(value);
    }

    private sealed class Unseekable(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    private sealed class Failing(Exception cause) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw cause;
    }

    private sealed class Scripted(Func<CancellationToken, ValueTask<int>> read) : MemoryStream
    {
        public bool IsClosed { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => read(cancellationToken);

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class SendingTwice(List<string> bodies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is UploadContent content)
            {
                for (int i = 0; i < 2; i++)
                {
                    using var body = new MemoryStream();
                    await content.CopyToAsync(body, cancellationToken);
                    bodies.Add(System.Text.Encoding.UTF8.GetString(body.ToArray()));
                }

                request.Content = null;
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Refusing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("connection refused");
    }
}
