using System.Text;

namespace FmeTyped.Schema.Emission;

/// <summary>XML documentation out of arbitrary text: prompts and captions may hold markup, line breaks and anything else.</summary>
internal static class DocComment
{
    /// <summary>Text as XML, on one line.</summary>
    public static string Text(string text)
    {
        var xml = new StringBuilder(text.Length);
        bool inWhiteSpace = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || IsLineBreak(c))
            {
                inWhiteSpace = true;
                continue;
            }

            if (inWhiteSpace && xml.Length > 0)
            {
                xml.Append(' ');
            }

            inWhiteSpace = false;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
                continue;
            }

            switch (c)
            {
                case '<': xml.Append("&lt;"); break;
                case '>': xml.Append("&gt;"); break;
                case '&': xml.Append("&amp;"); break;
                case '"': xml.Append("&quot;"); break;

                // Neither XML nor a C# file can hold these.
                case '\uFFFE' or '\uFFFF': xml.Append('\uFFFD'); break;
                default: xml.Append(char.IsSurrogate(c) ? '\uFFFD' : c); break;
            }
        }

        return xml.ToString();
    }

    /// <summary>Text in a code element.</summary>
    public static string Code(string text) => $"<c>{Text(text)}</c>";

    private static bool IsLineBreak(char c) => c is '\u0085' or '\u2028' or '\u2029';
}
