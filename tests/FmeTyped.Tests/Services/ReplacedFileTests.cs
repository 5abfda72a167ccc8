using System.IO.Compression;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Services;

/// <summary>
/// A file on this machine that cannot be replaced, as one that a program has open on Windows: the error names it, it stays, and nothing else does.
/// </summary>
public sealed class ReplacedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_result_is_not_saved()
    {
        string path = _folder.Write("roads.zip");
        using var held = new HeldFile(path);
        using StubServer server = new StubServer().Job().Bytes("new"u8.ToArray());
        using FmeFlowClient fme = server.Client();
        await using FmeDownload result = await fme.GetJob(42).OpenResultAsync(cancellationToken: Token);

        IOException error = await Assert.ThrowsAsync<IOException>(() => result.SaveAsync(path, Token));

        AssertIsTold(path, error);
        Assert.Equal("roads.zip", await File.ReadAllTextAsync(path, Token));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task An_archive_leaves_no_half_of_a_file()
    {
        string path = _folder.Write("b.txt");
        using var held = new HeldFile(path);
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            archive.CreateEntry("a.txt");
            archive.CreateEntry("b.txt");
            archive.CreateEntry("c.txt");
        }

        using StubServer server = new StubServer().Job().Bytes(zip.ToArray());
        using FmeFlowClient fme = server.Client();
        await using FmeDownload result = await fme.GetJob(42).OpenResultAsync(cancellationToken: Token);

        IOException error = await Assert.ThrowsAsync<IOException>(() => result.ExtractAsync(_folder.Path, Token));

        AssertIsTold(path, error);
        Assert.Equal("b.txt", await File.ReadAllTextAsync(path, Token));
        Assert.Equal([_folder.PathOf("a.txt"), path], Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    // The same on every system, and for everybody: what lies there at the end is no file.
    [Fact]
    public async Task A_folder_that_comes_in_between_stays()
    {
        string path = _folder.PathOf("roads.zip");
        using (var file = new UnfinishedFile(path))
        {
            await file.WriteAsync(new MemoryStream("new"u8.ToArray()), Token);
            Directory.CreateDirectory(path);

            AssertIsTold(path, Assert.Throws<IOException>(file.Finish));
        }

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
        Assert.True(Directory.Exists(path));
    }

    private static void AssertIsTold(string path, IOException error) =>
        Assert.StartsWith($"{path} cannot be replaced{(OperatingSystem.IsWindows() ? ", perhaps because a program has it open" : "")}: ", error.Message);
}
