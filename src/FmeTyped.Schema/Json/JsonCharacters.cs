using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Json;

/// <summary>The characters that often cause errors in JSON texts, and their names in error messages.</summary>
internal static class JsonCharacters
{
    private const int ShownLength = 40;

    /// <summary>Whether a character is invisible, and not one of the four white space characters of JSON.</summary>
    public static bool IsInvisible(char character) =>
        char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>Whether a character is one that people or word processors write instead of a double quote.</summary>
    public static bool IsLikeDoubleQuote(char character) =>
        character is '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' or '\uFF02';

    /// <summary>Whether a character is a single quote or one that is written instead of it.</summary>
    public static bool IsLikeSingleQuote(char character) =>
        character is '\'' or '`' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\uFF07';

    public static bool IsSurrogatePair(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);

    /// <summary>Names a character: the character itself if it is readable, and its code point if it is not ASCII.</summary>
    /// <param name="character">The character, or the first half of a surrogate pair.</param>
    /// <param name="next">What follows it in the text.</param>
    public static string Describe(char character, char next)
    {
        if (character is > ' ' and < '\u007F')
        {
            return $"'{character}'";
        }

        if (char.IsSurrogatePair(character, next))
        {
            return $"'{character}{next}' ({CodePoint(char.ConvertToUtf32(character, next))})";
        }

        string? name = NameOf(character);
        if (name is not null)
        {
            return $"{name} ({CodePoint(character)})";
        }

        return IsInvisible(character) || char.IsSurrogate(character)
            ? CodePoint(character)
            : $"'{character}' ({CodePoint(character)})";
    }

    /// <summary>Quotes a name for an error message: shortened, and on one line whatever it contains.</summary>
    public static string Quote(string name)
    {
        var shown = new StringBuilder("\"");
        int length = name.Length > ShownLength ? ShownLength : name.Length;
        for (int index = 0; index < length; index++)
        {
            char character = name[index];
            if (IsInvisible(character) && character != ' ')
            {
                shown.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
            else if (!char.IsSurrogate(character))
            {
                shown.Append(character);
            }
            else if (IsSurrogatePair(name, index))
            {
                shown.Append(name, index, 2);
            }
        }

        return shown.Append(length < name.Length ? "…\"" : "\"").ToString();
    }

    private static string CodePoint(int value) => "U+" + value.ToString("X4", CultureInfo.InvariantCulture);

    private static string? NameOf(char character) => character switch
    {
        '\0' => "a NUL character",
        '\t' => "a tab",
        '\u00A0' => "a no-break space",
        '\u00AD' => "a soft hyphen",
        '\u200B' => "a zero width space",
        '\u200C' => "a zero width non-joiner",
        '\u200D' => "a zero width joiner",
        '\u202F' => "a narrow no-break space",
        '\u2028' => "a line separator",
        '\u2029' => "a paragraph separator",
        '\u3000' => "an ideographic space",
        '\uFEFF' => "a byte order mark",
        _ => null,
    };
}
