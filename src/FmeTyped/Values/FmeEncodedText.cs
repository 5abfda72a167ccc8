using System.Globalization;
using System.Text;

namespace FmeTyped;

/// <summary>
/// FME's own encoding of text, in which a blank is <c>&lt;space&gt;</c> and any character may be <c>&lt;uXXXX&gt;</c>. Workspaces store values this
/// way; whether a server expects it is not known, so a team chooses it.
/// </summary>
internal static class FmeEncodedText
{
    // A143.
    private static readonly (char Character, string Word)[] Words =
    [
        (' ', "space"), ('\n', "lf"), ('\r', "cr"), ('\t', "tab"), ('\a', "bell"), ('"', "quote"), ('\'', "apos"), (',', "comma"), (';', "semicolon"),
        ('(', "openparen"), (')', "closeparen"), ('[', "openbracket"), (']', "closebracket"), ('{', "opencurly"), ('}', "closecurly"),
        ('<', "lt"), ('>', "gt"), ('&', "amp"), ('$', "dollar"), ('@', "at"), ('|', "pipe"), ('\\', "backslash"), ('/', "solidus"),
    ];

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            int index = Array.FindIndex(Words, word => word.Character == character);
            _ = index >= 0 ? encoded.Append('<').Append(Words[index].Word).Append('>')
                : character is >= ' ' and <= '~' ? encoded.Append(character)
                : encoded.Append("<u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)).Append('>');
        }

        return encoded.ToString();
    }

    /// <summary>The text that an encoded one stands for. A word that is none of the encoding's stays.</summary>
    public static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        int copied = 0;
        for (int close = text.IndexOf('>', StringComparison.Ordinal); close >= 0; close = text.IndexOf('>', close + 1))
        {
            int open = text.LastIndexOf('<', close);
            if (open >= copied && Find(text[(open + 1)..close]) is { } character)
            {
                decoded.Append(text, copied, open - copied).Append(character);
                copied = close + 1;
            }
        }

        return decoded.Append(text, copied, text.Length - copied).ToString();
    }

    private static char? Find(string word)
    {
        foreach ((char character, string name) in Words)
        {
            if (string.Equals(name, word, StringComparison.Ordinal))
            {
                return character;
            }
        }

        return word is ['u', _, _, _, _] && ushort.TryParse(word.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;
    }
}
