namespace FmeTyped.Schema.Reading;

/// <summary>Lines of a text, for messages that name a second place.</summary>
internal static class TextLines
{
    /// <summary>The line a character stands on, from 1.</summary>
    public static int LineOf(char[] text, int position)
    {
        int line = 1;
        for (int i = 0; i < position && i < text.Length; i++)
        {
            line += text[i] == '\n' ? 1 : 0;
        }

        return line;
    }
}
