using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Facts;

/// <summary>
/// Characters of a foreign text that are no text: those that steer a terminal (C0, DEL and C1 controls) and those that turn the direction of writing, so that a
/// text reads as something else. A person is shown their code points.
/// </summary>
/// <remarks>Sources: ECMA-48; Unicode Standard Annex #9, table 1 of the explicit and the implicit directional formatting characters.</remarks>
internal static partial class ControlCharacters
{
    /// <summary>The text with code points such as <c>&lt;U+001B&gt;</c> for what it would do. Tabs and line breaks stay.</summary>
    public static string Show(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsControl(text[i]))
            {
                return Replace(text, i);
            }
        }

        return text;
    }

    /// <summary>The text on one line, with code points for what it would do.</summary>
    public static string ShowOnOneLine(string text)
    {
        string shown = Show(text);
        for (int i = 0; i < shown.Length; i++)
        {
            if (IsBreak(shown[i]))
            {
                return Join(shown);
            }
        }

        return shown;
    }

    /// <summary>Whether a character ends a line somewhere.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a character steers a terminal or turns the direction of writing. A tab and a line break do neither.</summary>
    public static bool IsControl(char c) => (char.IsControl(c) && c != '\t' && !IsBreak(c)) || IsDirection(c);

    private static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Replace(string text, int first)
    {
        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length; i++)
        {
            _ = IsControl(text[i])
                ? shown.Append("<U+").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('>')
                : shown.Append(text[i]);
        }

        return shown.ToString();
    }

    // A break and those right behind it are one blank.
    private static string Join(string text)
    {
        var line = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsBreak(text[i]))
            {
                line.Append(text[i]);
            }
            else if (i == 0 || !IsBreak(text[i - 1]))
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }
}
