namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>Parses a GUI line from left to right. White space parts its words; in files of 2015 that can be a line break.</summary>
internal sealed class GuiLineScanner
{
    private readonly string _text;
    private int _position;

    public GuiLineScanner(string text) => _text = text;

    /// <summary>The next word; empty at the end.</summary>
    public string Word() => Take(EndOfWord(SkipWhiteSpace()));

    /// <summary>The next argument: white space within quotes belongs to it, and <c>\"</c> there is a quote.</summary>
    public string Argument() => Take(EndOfArgument(SkipWhiteSpace()));

    /// <summary>The next argument where it begins with a word; empty if the prompt starts at once.</summary>
    public string ArgumentWith(string word)
    {
        int start = SkipWhiteSpace();
        int quotes = start < _text.Length && _text[start] == '"' ? 1 : 0;
        return string.Compare(_text, start + quotes, word, 0, word.Length, System.StringComparison.OrdinalIgnoreCase) == 0 ? Argument() : "";
    }

    /// <summary>
    /// The next list of file filters, <c>description|patterns|description|patterns</c>. Files of 2014 have blanks in descriptions
    /// without quoting them; such a list goes on to the first blank behind its last bar.
    /// </summary>
    public string FileFilter()
    {
        int start = SkipWhiteSpace();
        int end = EndOfArgument(start);
        int lastBar = _text.LastIndexOf('|');
        return Take(lastBar >= end && !IsWholeFilter(_text.Substring(start, end - start)) ? EndOfWord(lastBar) : end);
    }

    /// <summary>The rest of the line.</summary>
    public string Rest() => Take(_text.Length, SkipWhiteSpace()).TrimEnd();

    // Descriptions and patterns come in pairs; a list without a bar is a lone pattern, or empty quotes.
    private static bool IsWholeFilter(string list)
    {
        int bars = list.Length - list.Replace("|", "").Length;
        return bars == 0 ? list.IndexOfAny(['*', '"']) >= 0 : bars % 2 == 1;
    }

    private int SkipWhiteSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        return _position;
    }

    private int EndOfWord(int start)
    {
        int end = start;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        return end;
    }

    private int EndOfArgument(int start)
    {
        bool isQuoted = false;
        int end = start;
        while (end < _text.Length && (isQuoted || !char.IsWhiteSpace(_text[end])))
        {
            bool isEscape = isQuoted && _text[end] == '\\' && end + 1 < _text.Length && _text[end + 1] == '"';
            isQuoted ^= !isEscape && _text[end] == '"';
            end += isEscape ? 2 : 1;
        }

        return end;
    }

    private string Take(int end) => Take(end, _position);

    private string Take(int end, int start)
    {
        _position = end;
        return _text.Substring(start, end - start);
    }
}
