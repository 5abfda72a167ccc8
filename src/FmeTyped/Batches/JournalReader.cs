using System.Buffers.Text;

namespace FmeTyped;

/// <summary>Reads a journal's file line by line, and refuses a file that is not a journal. It does not change the file.</summary>
internal sealed class JournalReader(Stream file)
{
    // More than the longest line that is written: the message of a job is part of an answer, and a character of it has up to six in JSON.
    private const int MostBytesOfLine = 128 * 1024 * 1024;

    private readonly string _name = file is FileStream { Name: var path } ? $"'{path}'" : "The file";

    /// <summary>The server of the batch; null if there is no first line yet.</summary>
    public string? Server { get; private set; }

    /// <summary>The last entry of each item, by its key.</summary>
    public Dictionary<string, JournalEntry> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The length of the complete lines in the file.</summary>
    public long Length { get; private set; }

    /// <summary>Whether the last of them lacks its line feed.</summary>
    public bool LacksLineFeed { get; private set; }

    /// <exception cref="InvalidDataException">The file is not a journal, or it is damaged.</exception>
    public void Read()
    {
        CheckStart();
        var lines = new LineReader(file, MostBytesOfLine);
        for (int number = 1; (lines.Next() ?? throw Damaged(number)) is { Length: > 0 } line; number++)
        {
            bool isEnded = line.Span[^1] == (byte)'\n';
            ReadOnlyMemory<byte> text = isEnded ? line[..^1] : line;
            if (!isEnded && IsCutShort(text.Span, number))
            {
                return;
            }

            Read(text, number);
            Length += line.Length;
            LacksLineFeed = !isEnded;
        }
    }

    // Another kind of file is detected by its first bytes, however large it is.
    private void CheckStart()
    {
        if (!file.CanSeek)
        {
            throw NoJournal();
        }

        Span<byte> start = stackalloc byte[JournalLines.Mark.Length];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!JournalLines.Mark.StartsWith(start[..length]))
        {
            throw NoJournal();
        }

        file.Position = 0;
    }

    // A crash leaves the start of a line. A complete line with another byte in place of its line feed is damaged.
    private static bool IsCutShort(ReadOnlySpan<byte> text, int number) =>
        !JournalSeal.IsOn(text) && !JournalSeal.IsOn(text[..^1]) && (number > 1 || JournalLines.IsPartOfHead(text));

    private void Read(ReadOnlyMemory<byte> text, int number)
    {
        if (number == 1)
        {
            CheckVersion(text.Span);
        }

        if (!JournalSeal.IsOn(text.Span))
        {
            throw Damaged(number);
        }

        if (number == 1)
        {
            Server = JournalLines.ReadHead(text) ?? throw Damaged(number);
        }
        else
        {
            JournalEntry entry = JournalLines.Read(text) ?? throw Damaged(number);
            Entries[entry.Key] = entry;
        }
    }

    private void CheckVersion(ReadOnlySpan<byte> head)
    {
        if (!Utf8Parser.TryParse(head[JournalLines.Mark.Length..], out int version, out _))
        {
            throw NoJournal();
        }

        if (version != JournalLines.Version)
        {
            throw new InvalidDataException(
                $"{_name} is a journal of version {version}, and this FmeTyped reads version {JournalLines.Version}. It was left as it is. "
                    + "End its batch with the FmeTyped that began it.");
        }
    }

    private InvalidDataException NoJournal() =>
        new($"{_name} is not a journal of a batch, and was left as it is. Open a journal, or a path at which there is no file yet.");

    private InvalidDataException Damaged(int line) => new(
        $"{_name} is a journal whose line {line} is damaged. It was left as it is. "
            + "Restore the file; without that line the jobs of an item may not be known, and would be run again.");
}
