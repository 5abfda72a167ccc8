namespace FmeTyped.Schema.Emission;

/// <summary>Writes arbitrary text as XML documentation: prompts and captions may contain markup, line breaks and anything else.</summary>
internal static class DocComment
{
    /// <summary>Text as XML, on one line.</summary>
    public static DocText Text(string text) => new(text);

    /// <summary>A prompt without its trailing colon; empty if it has no readable text.</summary>
    public static string Prompt(string text)
    {
        int end = text.Length;
        while (end > 0 && (text[end - 1] == ':' || IsBlank(text[end - 1])))
        {
            end--;
        }

        return text.Substring(0, end);
    }

    /// <summary>Text in a code element.</summary>
    public static DocCode Code(string text) => new(text);

    /// <summary>Whether a character is at most a space between words.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u0085' or '\u2028' or '\u2029';
}

/// <summary>Text as XML, on one line.</summary>
internal readonly struct DocText(string text) : SourceWriter.IPiece
{
    /// <summary>Whether the text has nothing readable.</summary>
    public bool IsEmpty
    {
        get
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!DocComment.IsBlank(text[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public void WriteTo(SourceWriter writer)
    {
        bool isFirst = true;
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && !DocComment.IsBlank(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                if (!isFirst)
                {
                    writer.Write(' ');
                }

                isFirst = false;
                WriteWord(writer, start, i);
            }

            i++;
        }
    }

    private void WriteWord(SourceWriter writer, int start, int stop)
    {
        int written = start;
        for (int i = start; i < stop; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < stop && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (Escaped(text[i]) is { } escaped)
            {
                writer.Write(text, written, i - written);
                writer.Write(escaped);
                written = i + 1;
            }
        }

        writer.Write(text, written, stop - written);
    }

    private static string? Escaped(char c) => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",

        // Neither XML nor a C# file can contain these.
        (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF' => "\uFFFD",
        _ => null,
    };
}

/// <summary>Text in a code element.</summary>
internal readonly struct DocCode(string text) : SourceWriter.IPiece
{
    public void WriteTo(SourceWriter writer) => writer.Write($"<c>{DocComment.Text(text)}</c>");
}
