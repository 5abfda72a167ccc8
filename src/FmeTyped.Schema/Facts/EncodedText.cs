using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Facts;

/// <summary>
/// FME's own encoding of text (FMEParsableText), in which a blank is written <c>&lt;space&gt;</c> and any character may be <c>&lt;uXXXX&gt;</c>.
/// Workspaces store values this way. Whether a server expects it is not known (A143), so a team chooses it for a parameter.
/// </summary>
internal static partial class EncodedText
{
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
            int index = System.Array.FindIndex(Words, word => word.Character == character);
            _ = index >= 0 ? encoded.Append('<').Append(Words[index].Word).Append('>')
                : character is >= ' ' and <= '~' ? encoded.Append(character)
                : encoded.Append("<u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)).Append('>');
        }

        return encoded.ToString();
    }

    /// <summary>
    /// The text that an encoded one stands for. What is decoded is not decoded again, and a word that is no tag stays:
    /// a text that was never encoded comes out as it went in, unless it holds a tag.
    /// </summary>
    public static string Decode(string text)
    {
        StringBuilder? decoded = null;
        int copied = 0;
        int open = text.IndexOf('<');
        while (open >= 0)
        {
            int close = text.IndexOf('>', open + 1);
            if (close < 0)
            {
                break;
            }

            // The word starts after the last '<', so that "<<lt>" is read as '<' and a tag.
            int start = text.LastIndexOf('<', close);
            if (FindCharacter(text.Substring(start + 1, close - start - 1)) is { } character)
            {
                decoded ??= new StringBuilder(text.Length);
                decoded.Append(text, copied, start - copied).Append(character);
                copied = close + 1;
            }

            open = text.IndexOf('<', close + 1);
        }

        return decoded?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static char? FindCharacter(string word)
    {
        foreach ((char character, string name) in Words)
        {
            if (string.Equals(name, word, System.StringComparison.Ordinal))
            {
                return character;
            }
        }

        return word.Length == 5 && word[0] == 'u' ? FindUnit(word) : null;
    }

    // The four digits behind the u.
    private static char? FindUnit(string word)
    {
        int unit = 0;
        for (int i = 1; i < word.Length; i++)
        {
            if (!System.Uri.IsHexDigit(word[i]))
            {
                return null;
            }

            unit = (unit * 16) + System.Uri.FromHex(word[i]);
        }

        return (char)unit;
    }
}
