using System.IO.Compression;

namespace FmeTyped;

/// <summary>A folder of this machine that is uploaded as one zip file. It is zipped on sending, into a temporary file deleted with its stream.</summary>
/// <param name="FullPath">Where the folder is.</param>
internal sealed record LocalZip(string FullPath) : LocalFiles(FolderTree.NameOf(FullPath) + ".zip")
{
    public override string? FindProblem() => FolderTree.FindProblem(FullPath);

    public override IReadOnlyList<LocalContent> List() => [new("", Name, ZipAsync)];

    private static FileStream NewTemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Other users of this machine may have no permission to read the folder.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"fmetyped-{Guid.NewGuid():N}.zip"), options);
    }

    private async ValueTask<Stream> ZipAsync(CancellationToken cancellationToken)
    {
        FileStream file = NewTemporaryFile();
        try
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach ((string path, string folder) in FolderTree.Files(FullPath))
                {
                    ZipArchiveEntry entry = zip.CreateEntry(FolderTree.Join(folder, Path.GetFileName(path)));
                    Stream source = await LocalContent.OfFile(path).OpenAsync(cancellationToken).ConfigureAwait(false);
                    await using (source.ConfigureAwait(false))
                    {
                        Stream target = entry.Open();
                        await using (target.ConfigureAwait(false))
                        {
                            await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
                        }
                    }
                }
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
