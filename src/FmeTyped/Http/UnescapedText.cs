using System.Buffers;

namespace FmeTyped;

/// <summary>
/// A text with its escapes decoded: those of URLs and forms, of JSON, and of HTML. Each character keeps its position in the original text, so that
/// what is found here can be masked there.
/// </summary>
internal sealed class UnescapedText
{
    // No text is escaped more often than this by accident.
    private const int MostTimes = 8;

    private static readonly SearchValues<char> Special = SearchValues.Create("%&\\+");

    private readonly string _text;
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private readonly int _times;

    /// <summary>A text as it is, except that the plus signs of forms are read as spaces.</summary>
    public UnescapedText(string text)
        : this(text.Replace('+', ' '), starts: null, ends: null, times: 0)
    {
    }

    private UnescapedText(string text, int[]? starts, int[]? ends, int times)
    {
        _text = text;
        _starts = starts;
        _ends = ends;
        _times = times;
    }

    /// <summary>Whether the text contains something to decode.</summary>
    public static bool MayDiffer(string text) => text.AsSpan().ContainsAny(Special);

    /// <summary>The characters.</summary>
    public string Text => _text;

    /// <summary>The range in the original text of some characters.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="length">How many there are.</param>
    public (int Start, int End) SourceOf(int start, int length) =>
        _starts is null || _ends is null ? (start, start + length) : (_starts[start], _ends[start + length - 1]);

    /// <summary>The text decoded once more; null if it has no escapes.</summary>
    public UnescapedText? Unescape()
    {
        int at = _times == MostTimes ? -1 : NextEscape(0);
        if (at < 0)
        {
            return null;
        }

        var text = new char[_text.Length];
        int[] starts = new int[_text.Length];
        int[] ends = new int[_text.Length];
        int count = 0;
        int copied = 0;
        Span<char> meant = stackalloc char[TextEscape.MostCharacters];
        for (; at >= 0; at = NextEscape(copied))
        {
            Copy(at);
            int length = TextEscape.Read(_text.AsSpan(at), meant, out int written);
            (int start, int end) = SourceOf(at, length);
            for (int i = 0; i < written; i++)
            {
                Add(meant[i], start, end);
            }

            copied = at + length;
        }

        Copy(_text.Length);
        return new UnescapedText(new string(text, 0, count), starts[..count], ends[..count], _times + 1);

        void Copy(int end)
        {
            for (; copied < end; copied++)
            {
                Add(_text[copied], _starts?[copied] ?? copied, _ends?[copied] ?? copied + 1);
            }
        }

        void Add(char character, int start, int end)
        {
            text[count] = character == '+' ? ' ' : character;
            starts[count] = start;
            ends[count++] = end;
        }
    }

    private int NextEscape(int from)
    {
        Span<char> meant = stackalloc char[TextEscape.MostCharacters];
        while (true)
        {
            int found = _text.AsSpan(from).IndexOfAny('%', '&', '\\');
            if (found < 0)
            {
                return -1;
            }

            from += found;
            if (TextEscape.Read(_text.AsSpan(from), meant, out _) > 0)
            {
                return from;
            }

            from++;
        }
    }
}
