using System.Text;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Tool.Documents;

/// <summary>Escapes text so that Markdown shows it unchanged: prompts and captions may contain markup, bars and line breaks.</summary>
internal static class MarkdownText
{
    /// <summary>Text on one line, without anything that Markdown reads as markup.</summary>
    public static string From(string text)
    {
        var escaped = new StringBuilder(text.Length);
        string line = OnOneLine(text).Trim();
        bool startsList = true;
        foreach (char c in line)
        {
            // List markers and rules count only at the start of a line, or after digits.
            bool isListMark = startsList && (c is '-' or '+' or '=' or '.' or ')');
            startsList &= char.IsAsciiDigit(c);
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '!' or '$' => $"\\{c}",
                _ => isListMark ? $"\\{c}" : c.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Text as code in a table cell.</summary>
    public static string Code(string text)
    {
        string line = OnOneLine(text);
        if (line.Length == 0)
        {
            return "*empty*";
        }

        // A bar ends a cell even inside backticks, and a backtick cannot be escaped inside them; HTML can show both.
        if (line.AsSpan().IndexOfAny('|', '`') < 0 && line.Trim().Length == line.Length)
        {
            return $"`{line}`";
        }

        var escaped = new StringBuilder("<code>");
        foreach (char c in line)
        {
            escaped.Append(char.IsAsciiLetterOrDigit(c) || c > (char)127 ? c.ToString() : $"&#{(int)c};");
        }

        return escaped.Append("</code>").ToString();
    }

    private static string OnOneLine(string text) => ControlCharacters.ShowOnOneLine(text).Replace('\t', ' ').TrimStart(' ');
}
