namespace FmeTyped;

/// <summary>
/// A text with its escapes decoded: those of URLs and forms, of JSON, and of HTML. Each character keeps its position in the original text, so that
/// what is found here can be masked there.
/// </summary>
internal sealed class UnescapedText
{
    // No text is escaped more often than this by accident.
    private const int MostTimes = 8;

    private readonly string _text;
    private readonly (int Start, int End)[]? _sources;
    private readonly int _times;

    /// <summary>A text as it is, except that the plus signs of forms are read as spaces.</summary>
    public UnescapedText(string text)
        : this(text.Replace('+', ' '), sources: null, times: 0)
    {
    }

    private UnescapedText(string text, (int Start, int End)[]? sources, int times)
    {
        _text = text;
        _sources = sources;
        _times = times;
    }

    /// <summary>Whether the text contains something to decode.</summary>
    public static bool MayDiffer(string text) => text.AsSpan().IndexOfAny("%&\\+") >= 0;

    /// <summary>The characters.</summary>
    public string Text => _text;

    /// <summary>The range in the original text of some characters.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="length">How many there are.</param>
    public (int Start, int End) SourceOf(int start, int length) =>
        _sources is null ? (start, start + length) : (_sources[start].Start, _sources[start + length - 1].End);

    /// <summary>The text decoded once more; null if it has no escapes.</summary>
    public UnescapedText? Unescape()
    {
        int at = NextEscape(0);
        if (at < 0 || _times == MostTimes)
        {
            return null;
        }

        var text = new char[_text.Length];
        var sources = new (int Start, int End)[_text.Length];
        int count = 0;
        int copied = 0;
        Span<char> meant = stackalloc char[TextEscape.MostCharacters];
        for (; at >= 0; at = NextEscape(copied))
        {
            Copy(at);
            (int length, int written) = TextEscape.Read(_text.AsSpan(at), meant);
            for (int i = 0; i < written; i++)
            {
                Add(meant[i], SourceOf(at, length));
            }

            copied = at + length;
        }

        Copy(_text.Length);
        return new UnescapedText(new string(text, 0, count), sources[..count], _times + 1);

        void Copy(int end)
        {
            for (; copied < end; copied++)
            {
                Add(_text[copied], SourceOf(copied, 1));
            }
        }

        void Add(char character, (int Start, int End) source)
        {
            text[count] = character == '+' ? ' ' : character;
            sources[count++] = source;
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
                return found;
            }

            from += found;
            if (TextEscape.Read(_text.AsSpan(from), meant) != default)
            {
                return from;
            }

            from++;
        }
    }
}
