using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FmeTyped.AI;

/// <summary>What a job wrote, in words: where it is, and what is in it if that is short and text.</summary>
internal static class ResultText
{
    private const int MostBytes = 1_000_000;
    private const int MostFiles = 20;
    private const int LongestName = 200;

    // An address can hold a user, and a query a key.
    private const UriComponents Shown = UriComponents.SchemeAndServer | UriComponents.Path;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="job">A job that succeeded.</param>
    /// <param name="address">The address of its result.</param>
    /// <param name="most">The most characters of content.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<string> DescribeAsync(FmeJob job, Uri address, int most, CancellationToken cancellationToken)
    {
        string link = DataText.Block("The address of what it wrote", address.GetComponents(Shown, UriFormat.UriEscaped), 1_000);
        if (most == 0)
        {
            return link;
        }

        try
        {
            FmeDownload download = await job.OpenResultAsync(cancellationToken).ConfigureAwait(false);
            await using (download.ConfigureAwait(false))
            {
                byte[]? bytes = download.Length > MostBytes ? null : await ReadAsync(download.Content, MostBytes, cancellationToken).ConfigureAwait(false);
                return bytes is null ? link : $"{link}\n{Describe(bytes, download.FileName ?? "result", most)}";
            }
        }
        catch (FmeException error)
        {
            return $"{link}\nThe result could not be read. {TroubleText.From(error)}";
        }
    }

    private static string Describe(byte[] bytes, string name, int most)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            return Describe([.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/'))], most);
        }
        catch (InvalidDataException)
        {
            return TextOf(bytes) is { } text && text.Length <= most
                ? DataText.Block($"The content of {Quoted(name)}", text, most)
                : $"It is the file {Quoted(name)}.";
        }
    }

    private static string Describe(ZipArchiveEntry[] entries, int most)
    {
        var text = new StringBuilder($"It is a zip archive of {entries.Length} file{(entries.Length == 1 ? "" : "s")}.");
        int left = most;
        foreach (ZipArchiveEntry entry in entries.Take(MostFiles))
        {
            string? content = ContentOf(entry, left);
            left -= content?.Length ?? 0;
            text.Append('\n').Append(content is null
                ? string.Create(CultureInfo.InvariantCulture, $"{Quoted(entry.FullName)} has {entry.Length} bytes, which are not shown.")
                : DataText.Block($"The content of {Quoted(entry.FullName)}", content, left + content.Length));
        }

        if (entries.Length > MostFiles)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{entries.Length - MostFiles} more files.");
        }

        return text.ToString();
    }

    // What an archive says of the size of its files need not be so.
    private static string? ContentOf(ZipArchiveEntry entry, int most)
    {
        using Stream content = entry.Open();
        byte[] buffer = new byte[Math.Min(4L * most, MostBytes) + 1];
        int length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length < buffer.Length && TextOf(buffer.AsSpan(0, length)) is { } text && text.Length <= most ? text : null;
    }

    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            string text = Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream content, int most, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        for (int count; (count = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (read.Length + count > most)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static string Quoted(string name) => $"'{DataText.Line(name, LongestName)}'";
}
