using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Services;

/// <summary>What can be done with a result, and what a hostile one cannot do.</summary>
public sealed class FmeDownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Saving_replaces_a_file_and_leaves_nothing_else()
    {
        string path = Path.Combine(_folder.Path, "roads.zip");
        await File.WriteAllTextAsync(path, "old and longer", Token);
        await using Opened opened = await OpenAsync(server => server.Bytes("new"u8.ToArray()));

        await opened.Download.SaveAsync(path, Token);

        Assert.Equal("new", await File.ReadAllTextAsync(path, Token));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Saving_that_breaks_off_leaves_the_old_file()
    {
        string path = Path.Combine(_folder.Path, "roads.zip");
        await File.WriteAllTextAsync(path, "old", Token);
        using var stalling = new StallingStream(new byte[5000]);
        using var stop = new CancellationTokenSource();
        await using Opened opened = await OpenAsync(server => server.Stream(stalling));

        Task save = opened.Download.SaveAsync(path, stop.Token);
        await stalling.Stalled;
        await stop.CancelAsync();

        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save)).CancellationToken);
        Assert.Equal("old", await File.ReadAllTextAsync(path, Token));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Saving_follows_a_link_from_the_folder_it_lies_in()
    {
        string real = Path.Combine(_folder.Path, "data", "roads.zip");
        string link = Path.Combine(_folder.Path, "roads.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        await File.WriteAllTextAsync(real, "old", Token);
        File.CreateSymbolicLink(link, Path.Combine("data", "roads.zip"));
        await using Opened opened = await OpenAsync(server => server.Bytes("new"u8.ToArray()));

        await opened.Download.SaveAsync(link, Token);

        Assert.Equal("new", await File.ReadAllTextAsync(real, Token));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal([real, link], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    [UnsupportedOSPlatform("windows")]
    public async Task Saving_leaves_the_mode_of_a_file_as_it_is(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no mode.");
        string path = Path.Combine(_folder.Path, "roads.zip");
        await File.WriteAllTextAsync(path, "old", Token);
        File.SetUnixFileMode(path, mode);
        await using Opened opened = await OpenAsync(server => server.Bytes("new"u8.ToArray()));

        await opened.Download.SaveAsync(path, Token);

        Assert.Equal("new", await File.ReadAllTextAsync(path, Token));
        Assert.Equal(mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Saving_leaves_the_owner_where_the_process_may_set_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root gives files away.");
        string path = Path.Combine(_folder.Path, "roads.zip");
        await File.WriteAllTextAsync(path, "old", Token);
        await OutputOf("chown", "1234:5678", path);
        await using Opened opened = await OpenAsync(server => server.Bytes("new"u8.ToArray()));

        await opened.Download.SaveAsync(path, Token);

        Assert.Equal("1234:5678 3", await OutputOf("stat", "-c", "%u:%g %s", path));
    }

    [Fact]
    public async Task Saving_refuses_what_is_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        string pipe = Path.Combine(_folder.Path, "pipe");
        await OutputOf("mkfifo", pipe);
        await using Opened opened = await OpenAsync(server => server.Bytes("new"u8.ToArray()));

        IOException ofPipe = await Assert.ThrowsAsync<IOException>(() => opened.Download.SaveAsync(pipe, Token));
        IOException ofFolder = await Assert.ThrowsAsync<IOException>(() => opened.Download.SaveAsync(_folder.Path, Token));

        Assert.Equal($"{pipe} is a device, a pipe or the like, and not a file.", ofPipe.Message);
        Assert.Equal($"{_folder.Path} cannot be written: it is a folder, and not a file.", ofFolder.Message);
        Assert.Equal("fifo", await OutputOf("stat", "-c", "%F", pipe));
        Assert.Equal([pipe], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("outside.txt")]
    [InlineData("gone.txt")]
    public async Task Unpacking_replaces_a_link_that_leads_out_of_the_folder(string name)
    {
        string outside = Path.Combine(_folder.Path, "outside.txt");
        string inside = Path.Combine(_folder.Path, "unpacked");
        Directory.CreateDirectory(inside);
        await File.WriteAllTextAsync(outside, "mine", Token);
        File.CreateSymbolicLink(Path.Combine(inside, "a.txt"), Path.Combine(_folder.Path, name));
        await using Opened opened = await OpenAsync(server => server.Bytes(Zip(("a.txt", "A"))));

        await opened.Download.ExtractAsync(inside, Token);

        Assert.Equal("mine", await File.ReadAllTextAsync(outside, Token));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "gone.txt")));
        Assert.Null(new FileInfo(Path.Combine(inside, "a.txt")).LinkTarget);
    }

    [Fact]
    public async Task Disposing_early_lets_go_of_the_connection()
    {
        using var stalling = new StallingStream(new byte[5000]);
        await using Opened opened = await OpenAsync(server => server.Stream(stalling));

        Assert.Equal(100, await opened.Download.Content.ReadAsync(new byte[100], Token));
        Assert.False(stalling.IsDisposed);
        await opened.Download.DisposeAsync();

        Assert.True(stalling.IsDisposed);
    }

    [Fact]
    public async Task The_token_of_the_call_goes_on_to_stop_the_reading()
    {
        using var stalling = new StallingStream(new byte[5000]);
        using var stop = new CancellationTokenSource();
        using var server = new StubServer().Job().Stream(stalling);
        using FmeFlowClient fme = server.Client();
        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: stop.Token);

        Task copy = download.CopyToAsync(Stream.Null, Token);
        await stalling.Stalled;
        await stop.CancelAsync();

        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copy)).CancellationToken);
    }

    [Fact]
    public async Task Cancelling_while_the_first_bytes_are_awaited_lets_go_of_the_connection()
    {
        using var stalling = new StallingStream([]);
        using var stop = new CancellationTokenSource();
        using var server = new StubServer().Job().Stream(stalling);
        using FmeFlowClient fme = server.Client();

        Task<FmeDownload> open = fme.GetJob(42).OpenResultAsync(cancellationToken: stop.Token);
        await stalling.Stalled;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        Assert.True(stalling.IsDisposed);
    }

    [Fact]
    public async Task A_server_that_stalls_is_given_up()
    {
        using var stalling = new StallingStream(new byte[5000]);
        using var server = new StubServer().Job().Stream(stalling);
        using FmeFlowClient fme = server.Client(_time);
        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: Token);

        Task copy = download.CopyToAsync(Stream.Null, Token);
        await stalling.Stalled;
        _time.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeServerUnavailableException>(() => copy)).JobId);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_error_and_not_an_end()
    {
        using var server = new StubServer().Job().Stream(new BreakingStream(5000));
        using FmeFlowClient fme = server.Client();
        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: Token);
        string path = Path.Combine(_folder.Path, "roads.zip");

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => download.SaveAsync(path, Token));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task The_data_comes_once()
    {
        await using Opened opened = await OpenAsync(server => server.Bytes("data"u8.ToArray()));
        await opened.Download.CopyToAsync(Stream.Null, Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Download.CopyToAsync(Stream.Null, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Download.SaveAsync(Path.Combine(_folder.Path, "x"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Download.ExtractAsync(_folder.Path, Token));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_the_limit_is_refused_whether_announced_or_not(bool announced)
    {
        byte[] bytes = new byte[5001];
        await using Opened exact = await OpenAsync(Answer(bytes[..5000]), 5000);
        var copy = new MemoryStream();
        await exact.Download.CopyToAsync(copy, Token);
        Assert.Equal(5000, copy.Length);

        var error = await Assert.ThrowsAsync<FmeResultTooLargeException>(async () =>
        {
            await using Opened large = await OpenAsync(Answer(bytes), 5000);
            Assert.False(announced);
            await large.Download.SaveAsync(Path.Combine(_folder.Path, "large"), Token);
        });

        Assert.Equal((5000, 42), (error.MaximumSize, error.JobId));
        Assert.Empty(Directory.GetFiles(_folder.Path));

        Action<StubServer> Answer(byte[] content) => server => server.Bytes(content, change: headers =>
        {
            if (!announced)
            {
                headers.ContentLength = null;
            }
        });
    }

    [Theory]
    [InlineData("roads.zip", "roads.zip")]
    [InlineData("\"../../etc/passwd\"", "passwd")]
    [InlineData("\"C:\\\\Windows\\\\evil.exe\"", "evil.exe")]
    [InlineData("\"a:b*?.zip\"", "a_b__.zip")]
    [InlineData("\"..\"", "FME_1.zip")]
    [InlineData("\"\"", "FME_1.zip")]
    public async Task The_files_name_is_a_name_and_never_a_path(string said, string name)
    {
        await using Opened opened = await OpenAsync(
            server => server.Bytes([], change: headers => headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename={said}")));

        Assert.Equal(name, opened.Download.FileName);
    }

    [Fact]
    public async Task An_extended_name_comes_first()
    {
        await using Opened opened = await OpenAsync(
            server => server.Bytes([], change: headers =>
                headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"stra_e.zip\"; filename*=UTF-8''stra%C3%9Fe.zip")));

        Assert.Equal("straße.zip", opened.Download.FileName);
    }

    [Fact]
    public async Task An_archive_is_unpacked_into_its_folders()
    {
        await using Opened opened =
            await OpenAsync(server => server.Bytes(Zip(("a.txt", "A"), ("roads/", ""), ("roads/b.txt", "B"), ("lakes\\c.txt", "C"), ("empty.txt", ""))));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "a.txt"), "old", Token);

        IReadOnlyList<string> files = await opened.Download.ExtractAsync(_folder.Path, Token);

        Assert.Equal(["a.txt", "roads/b.txt", "lakes/c.txt", "empty.txt"], files.Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/')));
        Assert.Equal(["A", "B", "C", ""], files.Select(File.ReadAllText));
        Assert.Equal(4, Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("C:\\evil.txt")]
    [InlineData("c:evil.txt")]
    [InlineData("\\\\server\\share\\evil.txt")]
    [InlineData("\\\\?\\C:\\evil.txt")]
    [InlineData(".")]
    [InlineData("evil\0.txt")]
    public async Task An_archive_that_would_write_elsewhere_is_refused_whole(string name)
    {
        string inside = Path.Combine(_folder.Path, "inside");
        await using Opened opened = await OpenAsync(server => server.Bytes(Zip(("good.txt", "x"), (name, "y"))));

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => opened.Download.ExtractAsync(inside, Token));

        Assert.Contains("path is invalid or leads out of the folder", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Files_of_an_archive_get_names_that_every_system_has_and_none_twice()
    {
        string longName = new string('é', 200) + ".csv";
        string[] names =
        [
            "CON", "con.txt", "a?.txt", "a*.txt", "A|.txt", "stream.txt:hidden", "dots...", "roads./nul/com1.shp", "\u202Egnp.exe", longName, longName + "x",
        ];
        await using Opened opened = await OpenAsync(server => server.Bytes(Zip([.. names.Select((name, index) => (name, $"{index}"))])));

        IReadOnlyList<string> files = await opened.Download.ExtractAsync(_folder.Path, Token);

        Assert.Equal(names.Select((_, index) => $"{index}"), files.Select(File.ReadAllText));
        Assert.Equal(
            ["_CON", "_con.txt", "a_.txt", "a_-2.txt", "A_-3.txt", "stream.txt_hidden", "dots", "roads/_nul/_com1.shp", "_gnp.exe"],
            files.SkipLast(2).Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/')));
        Assert.All(files, file => Assert.InRange(Encoding.UTF8.GetByteCount(Path.GetFileName(file)), 1, 255));
    }

    [Fact]
    public async Task Nothing_is_unpacked_through_a_link_to_a_folder()
    {
        string outside = Path.Combine(_folder.Path, "outside");
        string inside = Path.Combine(_folder.Path, "inside");
        Directory.CreateDirectory(outside);
        Directory.CreateDirectory(inside);
        Directory.CreateSymbolicLink(Path.Combine(inside, "roads"), outside);
        await using Opened opened = await OpenAsync(server => server.Bytes(Zip(("good.txt", "x"), ("roads/evil.txt", "y"))));

        var error = await Assert.ThrowsAsync<IOException>(() => opened.Download.ExtractAsync(inside, Token));

        Assert.Contains("is a link, and nothing is unpacked through it", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_archive_whose_last_file_is_damaged_leaves_old_files_and_no_new_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "a.txt"), "old", Token);
        byte[] archive = Zip(("a.txt", "new"), ("deep/er/b.txt", new string('b', 1000)));
        archive.AsSpan(archive.AsSpan().IndexOf("deep/er/b.txt"u8) + 13, 4).Fill(0xFF);
        await using Opened opened = await OpenAsync(server => server.Bytes(archive));

        await Assert.ThrowsAsync<FmeProtocolException>(() => opened.Download.ExtractAsync(_folder.Path, Token));

        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "a.txt"), Token));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task An_archive_has_at_most_a_million_entries()
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i <= 10; i++)
            {
                archive.CreateEntry($"{i}");
            }
        }

        string path = Path.Combine(_folder.Path, "archive.zip");
        await File.WriteAllBytesAsync(path, bytes.ToArray(), Token);
        var context = new ErrorContext("unpack");
        var limit = new SizeLimit(null, context);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(
            () => new ZipUnpacking(_folder.Path, limit, context) { MostEntries = 10 }.UnpackAsync(path, Token));

        Assert.Contains("11 entries, more than the 10 that are unpacked", error.Message, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
        Assert.Equal(1_000_000, new ZipUnpacking(_folder.Path, limit, context).MostEntries);
    }

    [Fact]
    public async Task A_sibling_folder_with_the_same_beginning_is_elsewhere()
    {
        await using Opened opened = await OpenAsync(server => server.Bytes(Zip(("../inside-too/evil.txt", "y"))));

        await Assert.ThrowsAsync<FmeProtocolException>(() => opened.Download.ExtractAsync(Path.Combine(_folder.Path, "inside"), Token));
    }

    [Fact]
    public async Task What_is_no_archive_is_told()
    {
        await using Opened opened = await OpenAsync(server => server.Bytes("not a zip"u8.ToArray()));

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => opened.Download.ExtractAsync(_folder.Path, Token));

        Assert.Contains("not a zip archive", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_more_than_the_limit_is_stopped()
    {
        byte[] bomb = Zip(("a.txt", new string('a', 60_000)), ("b.txt", new string('b', 60_000)));
        Assert.True(bomb.Length < 100_000);
        await using Opened opened = await OpenAsync(server => server.Bytes(bomb), 100_000);

        await Assert.ThrowsAsync<FmeResultTooLargeException>(() => opened.Download.ExtractAsync(_folder.Path, Token));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach ((string name, string text) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static async Task<Opened> OpenAsync(Action<StubServer> answer, long? maximumSize = null)
    {
        StubServer server = new StubServer().Job();
        answer(server);
        FmeFlowClient fme = server.Client(configure: options => options.MaximumResultSize = maximumSize);
        return new Opened(server, fme, await fme.GetJob(42).OpenResultAsync(cancellationToken: Token));
    }

    private static async Task<string> OutputOf(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    private sealed record Opened(StubServer Server, FmeFlowClient Client, FmeDownload Download) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Download.DisposeAsync();
            Client.Dispose();
            Server.Dispose();
        }
    }

    private sealed class BreakingStream(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == base.Length ? throw new IOException("The response ended prematurely.") : base.ReadAsync(buffer, cancellationToken);
    }
}
