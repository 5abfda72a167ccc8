using System.Text.RegularExpressions;

namespace FmeTyped.TestKit;

/// <summary>Texts of a server that would do something wherever they are printed as they are.</summary>
public static partial class NastyText
{
    /// <summary>A line that a build server obeys, if a text of the server can begin one.</summary>
    public const string Command = "::error::forged";

    /// <summary>One name that has all of it, but for what no address can carry, and for a slash.</summary>
    public const string Name = "a\u001b[31m\u001b]0;title\u0007\u009b2J\u202Egnp\u2066\u200F\u061C\u007F"
        + "<summary><script>alert(1) [x](javascript:y) `b` * {0} [red]";

    /// <summary>One text that has all of it.</summary>
    public const string Text = Name + "</summary>]]>\0\r\n" + Command + "\n\u2028| cell | */ \u0085#error \b\v";

    /// <summary>Checks what was printed, or written as a text for people.</summary>
    public static void AssertShown(string what, string text)
    {
        Assert.All(text, character => Assert.False(
            (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'),
            $"{what} has U+{(int)character:X4}:\n{text}"));

        // A log is lines of a server; whoever prints it into a build's output has to tell the build server so.
        Assert.All(
            what == "log" ? [] : text.Split('\n', '\r'),
            line => Assert.False(line.StartsWith(Command, StringComparison.Ordinal), $"{what} has a forged line:\n{text}"));
    }

    /// <summary>Checks a Markdown page: outside of code nothing of a text is markup.</summary>
    public static void AssertMarkdown(string what, string text)
    {
        AssertShown(what, text);
        string plain = Code().Replace(text, "");
        Assert.DoesNotContain("<script", plain, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", plain);
    }

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();
}
