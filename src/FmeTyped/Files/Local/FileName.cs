using System.Text;

namespace FmeTyped;

/// <summary>Checks names of files, which are sent in a path on the server and in a header.</summary>
internal static class FileName
{
    private const int Longest = 255;

    /// <summary>What is wrong with a name, to follow "the name"; null if it can be sent.</summary>
    public static string? FindFault(string name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "is blank.",
        "." or ".." => "stands for a folder.",
        { Length: > Longest } => $"is longer than {Longest} characters.",
        _ when HasRefused(name) => "has a slash, a quotation mark, a control character or half a character in it.",
        _ => null,
    };

    /// <summary>The last segment of a path that a browser sent, as a name that every server and every system takes.</summary>
    public static string Sanitize(string name)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return last.Trim('.', ' ').Length == 0 ? "file" : LocalFileName.From(last);
    }

    /// <summary>The name as a message can show it.</summary>
    public static string Display(string name)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
        {
            shown.Append(Rune.IsControl(rune) ? "_" : rune.ToString());
        }

        return shown.ToString();
    }

    private static bool HasRefused(string name)
    {
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (IsRefused(rune))
            {
                return true;
            }
        }

        return false;
    }

    // An unpaired surrogate has no UTF-8 encoding, and is decoded as the replacement character.
    private static bool IsRefused(Rune rune) =>
        Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is '/' or '\\' or '"' or '\u2028' or '\u2029';
}
