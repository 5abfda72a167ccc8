using System.Text;

namespace FmeTyped.Blazor.Forms;

/// <summary>
/// A text of the server as a person may see it. Razor makes markup inert; here the characters go that control a terminal or turn the direction of
/// writing, which would let a prompt look like something else.
/// </summary>
internal static class ShownText
{
    private const char Replacement = '\uFFFD';

    public static string From(string text) => text.Any(IsControl) ? Replace(text) : text;

    /// <summary>The beginning of a text, where there is room for no more.</summary>
    public static string Shorten(string text, int most)
    {
        string shown = From(text);
        return shown.Length <= most ? shown : $"{shown[..(char.IsHighSurrogate(shown[most - 1]) ? most - 1 : most)]}…";
    }

    private static string Replace(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            shown.Append(IsControl(character) ? Replacement : character);
        }

        return shown.ToString();
    }

    // Embeddings, overrides and isolates. The marks U+200E and U+200F are part of ordinary Hebrew and Arabic text.
    private static bool IsControl(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
