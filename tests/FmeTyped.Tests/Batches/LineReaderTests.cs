using System.Text;

namespace FmeTyped.Tests.Batches;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Lines_are_the_same_in_whatever_pieces_the_file_comes(int piece)
    {
        string[] lines = ["first\n", "\n", new string('x', 100_000) + "\n", "last"];
        using var file = new Pieces(string.Concat(lines), piece);

        Assert.Equal(lines, LinesOf(new LineReader(file, mostBytes: 100_000)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_line_has_at_most_so_many_bytes(int length, bool isRead)
    {
        using var file = new MemoryStream(new byte[length]);

        Assert.Equal(isRead ? length : null, new LineReader(file, mostBytes: 10).Next()?.Length);
    }

    [Fact]
    public void However_many_lines_there_are_one_is_in_memory_at_a_time()
    {
        string[] lines = [.. Enumerable.Range(1, 10_000).Select(number => $"line {number} of many\n")];
        using var file = new Pieces(string.Concat(lines), int.MaxValue);

        Assert.Equal(lines, LinesOf(new LineReader(file, mostBytes: 100)));
        Assert.InRange(file.MostAsked, 1, 16 * 1024);
    }

    private static IEnumerable<string> LinesOf(LineReader reader)
    {
        while (reader.Next() is { Length: > 0 } line)
        {
            yield return Encoding.UTF8.GetString(line.Span);
        }
    }

    /// <summary>A file that gives at most so many bytes at once.</summary>
    private sealed class Pieces(string text, int most) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        /// <summary>The largest buffer that was to be filled.</summary>
        public int MostAsked { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            MostAsked = Math.Max(MostAsked, buffer.Length);
            return base.Read(buffer, offset, Math.Min(count, most));
        }
    }
}
