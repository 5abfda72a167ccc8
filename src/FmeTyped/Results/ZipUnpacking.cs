using System.IO.Compression;

namespace FmeTyped;

/// <summary>Unpacks an untrusted archive, which may name paths outside the folder, or contain far more than its size suggests.</summary>
/// <param name="folder">The folder, as a full path.</param>
/// <param name="limit">Counts what is unpacked.</param>
/// <param name="context">Describes the operation, for errors.</param>
internal sealed class ZipUnpacking(string folder, SizeLimit limit, ErrorContext context)
{
    private readonly string _inside = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    /// <summary>Unpacks all files, or none if the path of one is invalid or outside the folder.</summary>
    public async Task<IReadOnlyList<string>> UnpackAsync(string archivePath, CancellationToken cancellationToken)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(archivePath);
            List<(ZipArchiveEntry Entry, string Path)> files = [.. archive.Entries.Where(IsFile).Select(entry => (entry, PathOf(entry)))];
            foreach ((ZipArchiveEntry entry, string path) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await UnpackAsync(entry, path, cancellationToken).ConfigureAwait(false);
            }

            return [.. files.Select(file => file.Path)];
        }
        catch (InvalidDataException noArchive)
        {
            throw new FmeProtocolException(
                $"Could not {context.Operation}: the response is not a zip archive, or it is damaged. A single file is streamed as it is: save it.",
                context,
                noArchive);
        }
    }

    private static bool IsFile(ZipArchiveEntry entry) => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\');

    private string PathOf(ZipArchiveEntry entry)
    {
        // Archives made on Windows may have backslashes. No file system allows NUL in a path, and .NET throws for it.
        string name = entry.FullName.Replace('\\', '/');
        string? path = name.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(Path.Combine(folder, name));
        return path is not null && path.StartsWith(_inside, StringComparison.Ordinal)
            ? path
            : throw new FmeProtocolException(
                $"Could not {context.Operation}: the archive has the file '{name.Replace('\0', '?')}', whose path is invalid or leads out of the folder. "
                    + "Nothing was unpacked.",
                context);
    }

    private async Task UnpackAsync(ZipArchiveEntry entry, string path, CancellationToken cancellationToken)
    {
        // If an existing file is a link, it is replaced and not followed, because it may lead out of the folder.
        using var unfinished = new UnfinishedFile(path);
        var content = new ResultStream(entry.Open(), start: default, limit);
        await using (content.ConfigureAwait(false))
        {
            await unfinished.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        }

        unfinished.Finish();
    }
}
