namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>Looks for ASCII text in bytes whose encoding is not known yet; all encodings of workspace files have ASCII in common.</summary>
internal static class ByteText
{
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    /// <summary>Where the text starts: behind the byte order mark of UTF-8 if there is one.</summary>
    public static int StartOf(byte[] content) => IsAt(content, 0, ByteOrderMark) ? ByteOrderMark.Length : 0;

    public static bool IsAt(byte[] content, int position, string text)
    {
        if (content.Length - position < text.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (content[position + i] != text[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first place of a text at or behind a position; -1 where it does not occur.</summary>
    public static int IndexOf(byte[] content, string text, int start)
    {
        for (int i = start; i <= content.Length - text.Length; i++)
        {
            if (IsAt(content, i, text))
            {
                return i;
            }
        }

        return -1;
    }
}
