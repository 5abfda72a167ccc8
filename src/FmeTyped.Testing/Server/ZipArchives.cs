using System.IO.Compression;

namespace FmeTyped.Testing;

/// <summary>Writes zip archives.</summary>
internal static class ZipArchives
{
    public static async Task WriteAsync(Stream target, IEnumerable<(string Name, Func<Stream> Open)> entries)
    {
        // The archive writes some of its bytes without waiting, which a response does not take.
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, Func<Stream> open) in entries)
            {
                using Stream source = open();
                using Stream entry = zip.CreateEntry(name).Open();
                await source.CopyToAsync(entry).ConfigureAwait(false);
            }
        }

        archive.Position = 0;
        await archive.CopyToAsync(target).ConfigureAwait(false);
    }
}
