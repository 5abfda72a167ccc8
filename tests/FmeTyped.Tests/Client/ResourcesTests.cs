using System.Net;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Client;

public sealed class ResourcesTests : IDisposable
{
    private const string V3 = "/fmerest/v3/resources/connections";
    private const string V4 = "/fmeapiv4/resources/connections";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(FmeApiVersion.V3, "DIR", "FILE", $"GET {V3}/DATA/filesys/in%20%26%20out/b?depth=1")]
    [InlineData(FmeApiVersion.V4, "directory", "file", $"GET {V4}/DATA/info?path=%2Fin%20%26%20out%2Fb")]
    public async Task A_folder_is_listed_when_the_first_entry_is_taken(FmeApiVersion version, string folder, string file, string line)
    {
        using StubServer server = new StubServer().Answer($$"""
            {"name":"b","type":"{{folder}}","path":"/in & out/","contents":[
              {"name":"c","type":"{{folder}}","size":0,"path":"/x","date":"2026-01-02T03:04:05Z"},
              {"name":"d.gml","type":"{{file}}","size":17,"date":"0001-01-01T00:00:00Z"},
              {"name":"e.gml","type":"{{file}}"}]}
            """);
        using FmeFlowClient fme = Client(server, version);

        IAsyncEnumerable<FmeResourceEntry> entries = fme.Resources.ListAsync("DATA", "/in & out//b/", Token);
        Assert.Empty(server.Requests);

        Assert.Equal(
            [
                ("c", "/in & out/b/c", true, null, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
                ("d.gml", "/in & out/b/d.gml", false, 17, null),
                ("e.gml", "/in & out/b/e.gml", false, null, null),
            ],
            (await AllAsync(entries)).Select(entry => (entry.Name, entry.Path, entry.IsFolder, entry.Size, entry.Modified)));
        Assert.Equal([line], server.Lines);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, $"GET {V3}/DATA/filesys?depth=1")]
    [InlineData(FmeApiVersion.V4, $"GET {V4}/DATA/info?path=%2F")]
    public async Task The_top_of_a_connection_is_a_folder_and_a_file_is_none(FmeApiVersion version, string line)
    {
        using StubServer server =
            new StubServer().Answer("""{"contents":[{"name":"a","type":"file"}]}""").Answer("""{"name":"a.gml","type":"FILE","size":3}""");
        using FmeFlowClient fme = Client(server, version);

        Assert.Equal("/a", Assert.Single(await AllAsync(fme.Resources.ListAsync("DATA", cancellationToken: Token))).Path);
        FmeException error = await Assert.ThrowsAsync<FmeException>(() => AllAsync(fme.Resources.ListAsync("DATA", "a.gml", Token)));

        Assert.Equal(line, server.Lines.First());
        Assert.Contains("a file and not a folder", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, $"GET {V3}/DATA/filesys/out/a%20b.gml?accept=contents")]
    [InlineData(FmeApiVersion.V4, $"GET {V4}/DATA/download?path=%2Fout%2Fa%20b.gml")]
    public async Task A_file_is_read_as_a_stream(FmeApiVersion version, string line)
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.OK, "content", "application/octet-stream");
        using FmeFlowClient fme = Client(server, version);

        await using Stream stream = await fme.Resources.OpenReadAsync("DATA", "out/a b.gml", Token);
        using var reader = new StreamReader(stream);

        Assert.Equal("content", await reader.ReadToEndAsync(Token));
        Assert.Equal([line], server.Lines);
    }

    [Fact]
    public async Task A_web_page_is_a_file_where_one_was_asked_for_and_a_login_otherwise()
    {
        using StubServer server = new StubServer()
            .Answer(HttpStatusCode.OK, "<html>report</html>", "text/html").Answer(HttpStatusCode.OK, "<html><title>Log in</title></html>", "text/html");
        using FmeFlowClient fme = server.Client();

        await using Stream stream = await fme.Resources.OpenReadAsync("DATA", "report.html", Token);
        using var reader = new StreamReader(stream);

        Assert.Equal("<html>report</html>", await reader.ReadToEndAsync(Token));
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.Resources.OpenReadAsync("DATA", "report.gml", Token));
    }

    [Fact]
    public async Task A_download_replaces_a_file_only_when_it_is_whole()
    {
        string path = _folder.Write("a.gml");
        using StubServer server = new StubServer()
            .Do((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Breaking("half")) }))
            .Answer(HttpStatusCode.OK, "whole", "application/octet-stream");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.Resources.SaveAsync("DATA", "a.gml", path, Token));
        Assert.Equal("a.gml", await File.ReadAllTextAsync(path, Token));
        await fme.Resources.SaveAsync("DATA", "a.gml", path, Token);

        Assert.Equal("whole", await File.ReadAllTextAsync(path, Token));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_download_follows_a_link_to_the_file_it_means()
    {
        string real = _folder.Write("data/a.gml");
        string link = _folder.PathOf("a.gml");
        File.CreateSymbolicLink(link, Path.Combine("data", "a.gml"));
        using StubServer server = new StubServer().Answer(HttpStatusCode.OK, "whole", "application/octet-stream");
        using FmeFlowClient fme = server.Client();

        await fme.Resources.SaveAsync("DATA", "a.gml", link, Token);

        Assert.Equal("whole", await File.ReadAllTextAsync(real, Token));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Fact]
    public async Task Disposing_of_a_stream_ends_its_exchange()
    {
        var body = new Breaking("half");
        using StubServer server = new StubServer().Do((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));
        using FmeFlowClient fme = server.Client();

        Stream stream = await fme.Resources.OpenReadAsync("DATA", "a.gml", Token);
        Assert.False(body.IsClosed);
        await stream.DisposeAsync();

        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task The_servers_pauses_count_and_the_readers_do_not()
    {
        var time = new FakeTimeProvider();
        using StubServer server =
            new StubServer().Do((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Breaking("half", async token =>
            {
                time.Advance(TimeSpan.FromSeconds(101));
                await Task.Delay(Timeout.Infinite, token);
            })) }));
        using FmeFlowClient fme = server.Client(time);
        await using Stream stream = await fme.Resources.OpenReadAsync("DATA", "a.gml", Token);
        byte[] buffer = new byte[4];

        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, await stream.ReadAsync(buffer, Token));
        time.Advance(TimeSpan.FromHours(1));
        FmeServerUnavailableException error = await Assert.ThrowsAsync<FmeServerUnavailableException>(() => stream.ReadAsync(buffer, Token).AsTask());

        Assert.Contains("within 00:01:40", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_is_cancelled_by_its_own_token_and_by_that_of_the_opening()
    {
        using var opening = new CancellationTokenSource();
        using var reading = new CancellationTokenSource();
        StubServer server = new();
        foreach (CancellationTokenSource source in (CancellationTokenSource[])[reading, opening])
        {
            server.Do((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Breaking("", async token =>
            {
                await source.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            })) }));
        }

        using FmeFlowClient fme = server.Client();
        await using Stream first = await fme.Resources.OpenReadAsync("DATA", "a.gml", opening.Token);
        await using Stream second = await fme.Resources.OpenReadAsync("DATA", "a.gml", opening.Token);

        Assert.Equal(
            reading.Token,
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.ReadAsync(new byte[1], reading.Token).AsTask())).CancellationToken);
        Assert.Equal(
            opening.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.ReadAsync(new byte[1], Token).AsTask())).CancellationToken);
    }

    [Fact]
    public async Task A_folder_is_zipped_as_one_item_of_the_folder_above()
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.OK, "PK", "application/zip").Answer(HttpStatusCode.OK, "PK", "application/zip");
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        await using Stream whole = await fme.Resources.OpenZipAsync("DATA", "out/2026", cancellationToken: Token);
        await using Stream some = await fme.Resources.OpenZipAsync("DATA", "out/2026", ["a.gml", "b"], Token);

        Assert.Equal([$"POST {V4}/DATA/downloadzip", $"POST {V4}/DATA/downloadzip"], server.Lines);
        Assert.Equal("""{"path":"/out","items":["2026"],"zipFileName":"2026.zip"}""", server.Requests[0].Body);
        Assert.Equal("""{"path":"/out/2026","items":["a.gml","b"],"zipFileName":"2026.zip"}""", server.Requests[1].Body);
    }

    [Fact]
    public async Task The_top_of_a_connection_is_zipped_by_what_lies_there()
    {
        using StubServer server = new StubServer()
            .Answer("""{"type":"directory","contents":[{"name":"a","type":"file"},{"name":"b","type":"directory"}]}""")
            .Answer(HttpStatusCode.OK, "PK", "application/zip");
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        await using Stream stream = await fme.Resources.OpenZipAsync("DATA", "", cancellationToken: Token);

        Assert.Equal("""{"path":"/","items":["a","b"],"zipFileName":"DATA.zip"}""", server.Requests[1].Body);
    }

    [Fact]
    public async Task What_cannot_be_zipped_is_told()
    {
        using var server = new StubServer();
        using FmeFlowClient old = Client(server, FmeApiVersion.V3);
        using FmeFlowClient fme = Client(server, FmeApiVersion.V4);

        Assert.Contains(
            "one by one",
            (await Assert.ThrowsAsync<FmeNotSupportedException>(() => old.Resources.OpenZipAsync("DATA", "out", cancellationToken: Token))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "at most 500",
            (await Assert.ThrowsAsync<FmeNotSupportedException>(
                () => fme.Resources.OpenZipAsync("DATA", "out", Enumerable.Range(0, 501).Select(i => $"f{i}"), Token))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => fme.Resources.OpenZipAsync("DATA", "out", [], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.Resources.OpenZipAsync("DATA", "out", ["../secret"], Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(
        FmeApiVersion.V3,
        $"POST {V3}/DATA/filesys/in?createDirectories=true&overwrite=false",
        $"POST {V3}/DATA/filesys/in?createDirectories=true&overwrite=true")]
    [InlineData(FmeApiVersion.V4, $"POST {V4}/DATA/upload?path=%2Fin&overwrite=false", $"POST {V4}/DATA/upload?path=%2Fin&overwrite=true")]
    public async Task A_file_is_uploaded_and_comes_back_as_one_on_the_server(FmeApiVersion version, string line, string overwriting)
    {
        string path = _folder.Write("roads.shp", "roads.shx", "roads.dbf");
        StubServer server = new();
        for (int i = 0; i < 4; i++)
        {
            server.Answer("{}");
        }

        using FmeFlowClient fme = Client(server, version);

        FmeFile roads = await fme.Resources.UploadAsync("DATA", "in", FmeFile.FromPath(path), cancellationToken: Token);
        await fme.Resources.UploadAsync("DATA", "/in/", FileRequest.FileOf("a", ""), overwrite: true, cancellationToken: Token);

        Assert.Equal(FmeFile.OnServer("$(DATA)/in/roads.shp"), roads);
        Assert.Equal([line, line, line, overwriting], server.Lines);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, $"POST {V3}/DATA/filesys/in/town.gdb/sub?createDirectories=true&overwrite=true")]
    [InlineData(FmeApiVersion.V4, $"POST {V4}/DATA/upload?path=%2Fin%2Ftown.gdb%2Fsub&overwrite=true")]
    public async Task A_folder_is_uploaded_and_comes_back_as_one_on_the_server(FmeApiVersion version, string line)
    {
        _folder.Write("town.gdb/sub/a");
        using StubServer server = new StubServer().Answer("{}");
        using FmeFlowClient fme = Client(server, version);

        FmeFolder folder =
            await fme.Resources.UploadFolderAsync("DATA", "in", FmeFolder.FromPath(_folder.PathOf("town.gdb")), overwrite: true, cancellationToken: Token);

        Assert.Equal(FmeFolder.OnServer("$(DATA)/in/town.gdb"), folder);
        Assert.Equal([line], server.Lines);
    }

    [Fact]
    public async Task What_cannot_be_uploaded_is_refused()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => fme.Resources.UploadAsync("DATA", "in", FmeFile.OnServer("a"), cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => fme.Resources.UploadAsync("DATA", "in", FmeFile.FromPath(_folder.PathOf("missing")), cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.Resources.UploadFolderAsync("DATA", "in", FmeFolder.OnServer("a"), cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.Resources.UploadAsync("DATA", "../in", FileRequest.FileOf("a", ""), cancellationToken: Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, $"POST {V3}/DATA/filesys/in", "directoryname=new+one&type=DIR")]
    [InlineData(FmeApiVersion.V4, $"POST {V4}/DATA/directory", """{"path":"/in","directoryName":"new one"}""")]
    public async Task A_folder_is_made(FmeApiVersion version, string line, string body)
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.Created, "{}");
        using FmeFlowClient fme = Client(server, version);

        await fme.Resources.CreateFolderAsync("DATA", "in/new one", Token);

        Assert.Equal((line, body), (server.Requests[0].Line, server.Requests[0].Body));
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, $"DELETE {V3}/DATA/filesys/in/old")]
    [InlineData(FmeApiVersion.V4, $"DELETE {V4}/DATA/item?path=%2Fin%2Fold")]
    public async Task A_file_or_folder_is_deleted_and_never_all_of_a_connection(FmeApiVersion version, string line)
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.NotFound, """{"message":"none"}""");
        using FmeFlowClient fme = Client(server, version);

        await fme.Resources.DeleteAsync("DATA", "in/old", Token);
        FmeNotFoundException error = await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.Resources.DeleteAsync("DATA", "in/old", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.Resources.DeleteAsync("DATA", "/", Token));

        Assert.Equal([line, line], server.Lines);
        Assert.Contains("Either DATA has no /in/old", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25605, "filesys")]
    [InlineData(25606, "info")]
    public async Task The_build_decides_the_version(int build, string expected)
    {
        using StubServer server = new StubServer().Answer($$"""{"buildNumber":{{build}}}""").Answer("""{"contents":[]}""");
        using FmeFlowClient fme = Client(server, FmeApiVersion.Auto);

        Assert.Empty(await AllAsync(fme.Resources.ListAsync("DATA", cancellationToken: Token)));

        Assert.Contains(expected, server.Lines.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_web_page_in_place_of_an_answer_is_told(FmeApiVersion version)
    {
        using StubServer server = new StubServer()
            .Answer(HttpStatusCode.OK, "<html><title>Log in</title></html>", "text/html")
            .Answer(HttpStatusCode.OK, "<html><title>Log in</title></html>", "text/html");
        using FmeFlowClient fme = Client(server, version);

        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.Resources.DeleteAsync("DATA", "a", Token));
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => AllAsync(fme.Resources.ListAsync("DATA", "a", Token)));
    }

    private static FmeFlowClient Client(StubServer server, FmeApiVersion version) => server.Client(configure: options => options.ApiVersion = version);

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>Gives a text, and then does something else than end.</summary>
    private sealed class Breaking(string text, Func<CancellationToken, Task>? then = null) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public bool IsClosed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = Read(buffer.Span);
            if (read == 0)
            {
                await (then is null ? throw new IOException("the connection broke") : then(cancellationToken));
            }

            return read;
        }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
