using System.Text;
using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>
/// Makes names for files on this machine from names that a server or a browser sent. They come out alike on every system, so that a folder can be copied from
/// one to another: without the characters, endings and device names that Windows does not allow, and no longer than any file system allows.
/// </summary>
internal static class LocalFileName
{
    /// <summary>The maximum length in bytes of UTF-8, as Linux counts. Windows and macOS count characters, which are fewer.</summary>
    public const int MostBytes = 255;

    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>The name, or the nearest one that can be had. It is never a path, and never empty.</summary>
    public static string From(string name)
    {
        var made = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            made.Append(IsForbidden(rune) ? "_" : rune.ToString());
        }

        string clean = Shorten(made.ToString().Trim().TrimEnd('.', ' ')).TrimEnd('.', ' ');
        return clean.Length > 0 && !ReservedFileNames.Contains(clean) ? clean : Shorten($"_{clean}");
    }

    /// <summary>The name with a number before its extension.</summary>
    public static string Numbered(string name, int number)
    {
        string extension = ExtensionOf(name);
        return Shorten(name[..^extension.Length], $"-{number}{extension}");
    }

    // An unpaired surrogate has no UTF-8 encoding, and is decoded as the replacement character.
    private static bool IsForbidden(Rune rune) =>
        rune == Rune.ReplacementChar || (rune.IsBmp && IsForbidden((char)rune.Value));

    private static bool IsForbidden(char c) => char.IsControl(c) || ControlCharacters.IsControl(c) || ControlCharacters.IsBreak(c) || Forbidden.Contains(c);

    private static string Shorten(string name)
    {
        string extension = ExtensionOf(name);
        return Shorten(name[..^extension.Length], extension);
    }

    private static string Shorten(string stem, string end)
    {
        int most = MostBytes - Encoding.UTF8.GetByteCount(end);
        var kept = new StringBuilder();
        foreach (Rune rune in stem.EnumerateRunes())
        {
            most -= rune.Utf8SequenceLength;
            if (most < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append(end).ToString();
    }

    // What is longer than any extension is a part of the name.
    private static string ExtensionOf(string name) => Path.GetExtension(name) is { Length: <= 20 } extension ? extension : "";
}
