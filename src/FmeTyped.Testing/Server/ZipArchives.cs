using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Responds with several files as one zip archive.</summary>
internal static class ZipArchives
{
    private const int FirstYear = 1980;
    private const int LastYear = 2107;

    /// <summary>Creates a zip archive. The same files and the same time give the same bytes, so that a range of it can be requested.</summary>
    public static async Task<IResult> RespondAsync(string name, IEnumerable<(string Name, Func<Stream> Open)> entries, DateTimeOffset time)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string entryName, Func<Stream> open) in entries)
            {
                ZipArchiveEntry entry = zip.CreateEntry(entryName);
                entry.LastWriteTime = time.Year is >= FirstYear and <= LastYear ? time : new DateTimeOffset(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream source = open();
                using Stream target = entry.Open();
                await source.CopyToAsync(target).ConfigureAwait(false);
            }
        }

        return Results.Bytes(archive.ToArray(), "application/zip", name, enableRangeProcessing: true, time);
    }
}
