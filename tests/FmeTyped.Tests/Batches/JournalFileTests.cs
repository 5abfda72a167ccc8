using System.Text;
using System.Text.Json;

namespace FmeTyped.Tests.Batches;

/// <summary>Which files a journal is, which are refused, and that nothing of these changes.</summary>
public sealed class JournalFileTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string JournalPath => _folder.PathOf("orders.journal");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> Foreign => new()
    {
        { "not a journal", "hello"u8.ToArray() },
        { "not a journal", "hello\nworld\n"u8.ToArray() },
        { "not a journal", "{\n  \"orders\": []\n}"u8.ToArray() },
        { "not a journal", """{"orders":[1,2,3]}"""u8.ToArray() },
        { "not a journal", "{}"u8.ToArray() },
        { "not a journal", "\n"u8.ToArray() },
        { "not a journal", new byte[4096] },
        { "not a journal", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0x0A, 0xFF, 0xFE] },
        { "not a journal", Encoding.Unicode.GetBytes("{\"fmetypedJournal\":2") },
        { "not a journal", Encoding.UTF8.GetBytes("\uFEFF{\"fmetypedJournal\":2") },
        { "not a journal", "\n{\"fmetypedJournal\":2"u8.ToArray() },
        { "not a journal", """{"fmetypedJournal":true,"server":"https://a"}"""u8.ToArray() },
        { "line 1", """{"fmetypedJournal":2,"orders":[]}"""u8.ToArray() },
        { "line 1", [.. """{"fmetypedJournal":2,"server":"https:"""u8, 0, 1, 2] },
        { "version 1, and this FmeTyped reads version 2", "{\"fmetypedJournal\":1,\"server\":\"https://fme.example.com/\"}\n"u8.ToArray() },
        { "version 3, and this FmeTyped reads version 2", """{"fmetypedJournal":3,"ser"""u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Foreign), DisableDiscoveryEnumeration = true)]
    public void A_file_that_is_no_journal_of_ours_is_refused_and_left_as_it_is(string reason, byte[] content)
    {
        File.WriteAllBytes(JournalPath, content);
        File.SetLastWriteTimeUtc(JournalPath, LongAgo);

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => FmeBatchJournal.Open(JournalPath));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"'{JournalPath}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("left as it is", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllBytes(JournalPath));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(JournalPath));
    }

    [Fact]
    public void A_large_file_is_known_by_its_first_bytes()
    {
        using var file = new LargeFile();

        Assert.Throws<InvalidDataException>(() => new FmeBatchJournal(file));
        Assert.InRange(file.BytesRead, 1, 1 << 20);
    }

    [Fact]
    public void A_line_without_an_end_is_not_read_into_memory()
    {
        using var endless = new EndlessJournal(new string('x', 64 * 1024));

        var error = Assert.Throws<InvalidDataException>(() => new FmeBatchJournal(endless));

        Assert.Contains("line 1 is damaged", error.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, 128 * 1024 * 1024, 260 * 1024 * 1024);
    }

    [Fact]
    public void A_folder_is_refused() =>
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => FmeBatchJournal.Open(_folder.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Every_beginning_of_a_journal_opens_and_knows_what_was_written_to_its_end()
    {
        byte[] whole = await SampleJournal.WriteAsync();
        for (int length = 0; length <= whole.Length; length++)
        {
            using var disk = new MemoryStream();
            disk.Write(whole.AsSpan(0, length));
            disk.Position = 0;
            var journal = new FmeBatchJournal(disk);

            int lines = whole.AsSpan(0, Math.Min(length + 1, whole.Length)).Count((byte)'\n');
            AssertKnows(journal, SampleJournal.Entries.Take(lines - 1));
            Assert.Equal(LengthOf(whole, lines), disk.Length);

            // What is written next stands in a line of its own.
            await SampleJournal.BeginAsync(journal, Token);
            await journal.WriteAsync(SampleJournal.Intent("next"), Token);
            disk.Position = 0;
            AssertKnows(new FmeBatchJournal(disk), [.. SampleJournal.Entries.Take(lines - 1), SampleJournal.Intent("next")]);
            Assert.Equal(whole.AsSpan(0, LengthOf(whole, lines)), disk.ToArray().AsSpan(0, LengthOf(whole, lines)));
        }
    }

    [Fact]
    public async Task Every_bit_that_flips_is_told_and_nothing_is_changed()
    {
        byte[] whole = await SampleJournal.WriteAsync();
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            using var disk = new MemoryStream();
            disk.Write(flipped);
            disk.Position = 0;

            Assert.Throws<InvalidDataException>(() => new FmeBatchJournal(disk));
            Assert.Equal(flipped, disk.ToArray());
        }
    }

    [Fact]
    public async Task The_states_have_the_words_that_older_journals_have()
    {
        string[] lines = Encoding.UTF8.GetString(await SampleJournal.WriteAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            ["intent", "submitted", "done", "intent", "submitted", "intent", "withdrawn", "intent"],
            lines.Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("is").GetString()));
    }

    [Fact]
    public async Task A_line_that_is_damaged_is_named()
    {
        byte[] journal = await SampleJournal.WriteAsync();
        int start = LengthOf(journal, 3);
        journal[start + journal.AsSpan(start).IndexOf("done"u8)] ^= 1;
        await File.WriteAllBytesAsync(JournalPath, journal, Token);

        Assert.Contains(
            "line 4 is damaged", Assert.Throws<InvalidDataException>(() => FmeBatchJournal.Open(JournalPath)).Message, StringComparison.Ordinal);
        Assert.Equal(journal, await File.ReadAllBytesAsync(JournalPath, Token));
    }

    [Theory]
    [InlineData("""{"is":"intent","key":"a" """)]
    [InlineData("""{"is":"submitted","key":"a" """)]
    [InlineData("""{"is":"done","key":"a","outcome":"Failed" """)]
    [InlineData("""{"is":"new","key":"a" """)]
    [InlineData("""{"is":"withdrawn" """)]
    public void A_line_that_says_less_than_its_state_needs_is_no_entry(string text) => Assert.Null(JournalLines.Read(Encoding.UTF8.GetBytes(text + "}")));

    private static void AssertKnows(FmeBatchJournal journal, IEnumerable<JournalEntry> entries)
    {
        Dictionary<string, JournalEntry> last = [];
        foreach (JournalEntry entry in entries)
        {
            last[entry.Key] = entry;
        }

        Assert.Equal(last.Count, journal.Count);
        Assert.All(last, known => Assert.Equivalent(known.Value, journal.Find(known.Key), strict: true));
        Assert.All(last, known => Assert.Equal(known.Value.Handle, journal.Find(known.Key)?.Handle));
    }

    // The length of so many lines.
    private static int LengthOf(byte[] journal, int lines)
    {
        int length = 0;
        for (int i = 0; i < lines; i++)
        {
            length += journal.AsSpan(length).IndexOf((byte)'\n') + 1;
        }

        return length;
    }

    /// <summary>A terabyte of one letter.</summary>
    private sealed class LargeFile : MemoryStream
    {
        public long BytesRead { get; private set; }

        public override long Length => 1L << 40;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            BytesRead += buffer.Length;
            return buffer.Length;
        }
    }

    /// <summary>A journal whose first line never ends.</summary>
    private sealed class EndlessJournal(string filling) : MemoryStream
    {
        private static readonly byte[] Start = Encoding.UTF8.GetBytes("""{"fmetypedJournal":2,"server":""" + "\"");
        private readonly byte[] _filling = Encoding.UTF8.GetBytes(filling);

        public override long Position { get; set; }

        public override long Length => long.MaxValue;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            byte[] source = Position < Start.Length ? Start[(int)Position..] : _filling;
            int count = Math.Min(source.Length, buffer.Length);
            source.AsSpan(0, count).CopyTo(buffer);
            Position += count;
            return count;
        }
    }
}
