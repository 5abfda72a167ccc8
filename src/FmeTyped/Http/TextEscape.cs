using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace FmeTyped;

/// <summary>
/// An escape sequence in a text: <c>%2F</c> of addresses and forms, <c>\u002f</c> and <c>\/</c> of JSON, <c>&amp;#47;</c> and <c>&amp;quot;</c> of HTML.
/// </summary>
internal static class TextEscape
{
    /// <summary>The maximum number of characters that one escape decodes to.</summary>
    public const int MostCharacters = 2;

    private const int LongestName = 10;

    /// <summary>Decodes the escape at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="meant">Receives the decoded characters.</param>
    /// <returns>The length of the escape, and how many characters were decoded; the default if the text does not start with an escape.</returns>
    public static (int Length, int Written) Read(ReadOnlySpan<char> text, Span<char> meant) => text switch
    {
        ['%', 'u' or 'U', ..] => ReadHex(text, 2, 4, meant),
        ['%', ..] => ReadBytes(text, meant),
        ['\\', 'u', ..] => ReadHex(text, 2, 4, meant),
        ['\\', 'x', ..] => ReadHex(text, 2, 2, meant),
        ['\\', var letter, ..] when Backslashed(letter) is { } character => (2, Write(character, meant)),
        ['&', '#', ..] => ReadNumber(text, meant),
        ['&', ..] => ReadName(text, meant),
        _ => default,
    };

    private static char? Backslashed(char letter) => letter switch
    {
        '"' or '\'' or '\\' or '/' => letter,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    // The bytes of one character. Bytes that are not UTF-8 come from older servers, and are Latin-1.
    private static (int Length, int Written) ReadBytes(ReadOnlySpan<char> text, Span<char> meant)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = 0;
        while (count < bytes.Length && text.Length >= (count * 3) + 3 && text[count * 3] == '%' && TryReadHex(text.Slice((count * 3) + 1, 2), out int value))
        {
            bytes[count++] = (byte)value;
        }

        if (count == 0)
        {
            return default;
        }

        return Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out int read) == OperationStatus.Done
            ? (read * 3, rune.EncodeToUtf16(meant))
            : (3, Write((char)bytes[0], meant));
    }

    private static (int Length, int Written) ReadHex(ReadOnlySpan<char> text, int start, int digits, Span<char> meant) =>
        text.Length >= start + digits && TryReadHex(text.Slice(start, digits), out int value) ? (start + digits, Write((char)value, meant)) : default;

    private static (int Length, int Written) ReadNumber(ReadOnlySpan<char> text, Span<char> meant)
    {
        bool isHex = text is [_, _, 'x' or 'X', ..];
        int start = isHex ? 3 : 2;
        int end = start;
        int value = 0;
        for (; end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])); end++)
        {
            value = Math.Min((value * (isHex ? 16 : 10)) + DigitOf(text[end]), 0x110000);
        }

        if (end == start || value == 0x110000)
        {
            return default;
        }

        // Half of a surrogate pair is no rune.
        int written = Rune.TryCreate(value, out Rune rune) ? rune.EncodeToUtf16(meant) : Write((char)value, meant);
        return (end < text.Length && text[end] == ';' ? end + 1 : end, written);
    }

    private static (int Length, int Written) ReadName(ReadOnlySpan<char> text, Span<char> meant)
    {
        int end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        string name = text[..(end + 1)].ToString(); // Empty without an end, and decoded to nothing.
        string decoded = WebUtility.HtmlDecode(name);
        if (decoded.Length == name.Length)
        {
            decoded = WebUtility.HtmlDecode(name.ToLowerInvariant());
        }

        return decoded is [var character] ? (name.Length, Write(character, meant)) : default;
    }

    private static int DigitOf(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool TryReadHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static int Write(char character, Span<char> meant)
    {
        meant[0] = character;
        return 1;
    }
}
