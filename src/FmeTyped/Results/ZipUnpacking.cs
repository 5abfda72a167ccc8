using System.IO.Compression;

namespace FmeTyped;

/// <summary>Unpacks an untrusted archive, which may name paths outside the folder, or contain far more than its size suggests.</summary>
/// <param name="folder">The folder, as a full path.</param>
/// <param name="limit">Counts what is unpacked.</param>
/// <param name="context">Describes the operation, for errors.</param>
internal sealed class ZipUnpacking(string folder, SizeLimit limit, ErrorContext context)
{
    /// <summary>The maximum number of entries.</summary>
    public int MostEntries { get; init; } = 1_000_000;

    /// <summary>Unpacks all files; none if one cannot be unpacked.</summary>
    public async Task<IReadOnlyList<string>> UnpackAsync(string archivePath, CancellationToken cancellationToken)
    {
        var unfinished = new List<UnfinishedFile>();
        var newFolders = new List<string>();
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(archivePath);
            IReadOnlyList<(ZipArchiveEntry Entry, string Path)> files = FindFiles(archive);
            foreach ((ZipArchiveEntry entry, string path) in files)
            {
                newFolders.AddRange(CreateFolders(Path.GetDirectoryName(path)!));

                // If an existing file is a link, it is replaced and not followed, because it may lead out of the folder.
                var file = new UnfinishedFile(path);
                unfinished.Add(file);
                await UnpackAsync(entry, file, cancellationToken).ConfigureAwait(false);
            }

            unfinished.ForEach(file => file.Finish());
            newFolders.Clear();
            return [.. files.Select(file => file.Path)];
        }
        catch (InvalidDataException noArchive)
        {
            throw new FmeProtocolException(
                $"Could not {context.Operation}: the response is not a zip archive, or it is damaged. A single file is streamed as it is: save it.",
                context,
                noArchive);
        }
        finally
        {
            unfinished.ForEach(file => file.Dispose());
            RemoveEmpty(newFolders);
        }
    }

    private static bool IsFile(ZipArchiveEntry entry) => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\');

    private IReadOnlyList<(ZipArchiveEntry Entry, string Path)> FindFiles(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            throw new FmeProtocolException(
                $"Could not {context.Operation}: the archive has {archive.Entries.Count} entries, more than the {MostEntries} that are unpacked. "
                    + "Nothing was unpacked; save the archive instead.",
                context);
        }

        var paths = new ArchivePaths(folder);
        return
        [
            .. archive.Entries.Where(IsFile).Select(entry => (entry, paths.Find(entry.FullName) ?? throw new FmeProtocolException(
                $"Could not {context.Operation}: the archive has the file '{FileName.Display(entry.FullName)}', whose path is invalid or leads out of the "
                    + "folder. Nothing was unpacked.",
                context))),
        ];
    }

    private async Task UnpackAsync(ZipArchiveEntry entry, UnfinishedFile file, CancellationToken cancellationToken)
    {
        var content = new ResultStream(entry.Open(), start: default, limit);
        await using (content.ConfigureAwait(false))
        {
            await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        }
    }

    // The folders that were missing, the outermost first.
    private static List<string> CreateFolders(string path)
    {
        var missing = new List<string>();
        for (string? above = path; above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
        {
            missing.Insert(0, above);
        }

        Directory.CreateDirectory(path);
        return missing;
    }

    private static void RemoveEmpty(List<string> folders)
    {
        for (int i = folders.Count - 1; i >= 0; i--)
        {
            if (!Directory.EnumerateFileSystemEntries(folders[i]).Any())
            {
                Directory.Delete(folders[i]);
            }
        }
    }
}
