using FmeTyped.Schema.Facts;

namespace FmeTyped.Testing;

/// <summary>Texts as the page shows them: a browser obeys marks of direction, and a terminal to which a text is copied obeys more.</summary>
internal static class PageText
{
    public static string OneLine(string text) => ControlCharacters.ShowOnOneLine(text);

    public static string Lines(string text) => ControlCharacters.Show(text).ReplaceLineEndings("\n").Replace('\v', '\n');
}
