using FmeTyped.Schema.Facts;

namespace FmeTyped.Tool.Terminal;

/// <summary>
/// Text as a terminal shows it unchanged. Names, messages and logs of a server may contain sequences that move the cursor, set the title or write from right to
/// left; each such character is shown as its code point, such as <c>&lt;U+001B&gt;</c>. Nothing else in the tool writes foreign text to the console.
/// </summary>
internal static class TerminalText
{
    /// <summary>Text of one line: a break in it cannot begin a line of its own, which a build server could read as a command.</summary>
    public static string From(string text) => ControlCharacters.ShowOnOneLine(text);
}
