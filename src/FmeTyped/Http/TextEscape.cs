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
    /// <param name="written">The number of decoded characters.</param>
    /// <returns>The length of the escape; 0 if the text does not start with one.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<char> meant, out int written)
    {
        written = 0;
        return text switch
        {
            ['%', 'u' or 'U', ..] => ReadHex(text, 2, 4, meant, out written),
            ['%', ..] => ReadBytes(text, meant, out written),
            ['\\', 'u', ..] => ReadHex(text, 2, 4, meant, out written),
            ['\\', 'x', ..] => ReadHex(text, 2, 2, meant, out written),
            ['\\', var letter, ..] when Backslashed(letter) is { } character => Write(2, character, meant, out written),
            ['&', '#', ..] => ReadNumber(text, meant, out written),
            ['&', ..] => ReadName(text, meant, out written),
            _ => 0,
        };
    }

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
    private static int ReadBytes(ReadOnlySpan<char> text, Span<char> meant, out int written)
    {
        written = 0;
        Span<byte> bytes = stackalloc byte[4];
        int count = 0;
        while (count < bytes.Length && text.Length >= (count * 3) + 3 && text[count * 3] == '%' && TryReadHex(text.Slice((count * 3) + 1, 2), out int value))
        {
            bytes[count++] = (byte)value;
        }

        if (count == 0)
        {
            return 0;
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out int read) == OperationStatus.Done)
        {
            written = rune.EncodeToUtf16(meant);
            return read * 3;
        }

        return Write(3, (char)bytes[0], meant, out written);
    }

    private static int ReadHex(ReadOnlySpan<char> text, int start, int digits, Span<char> meant, out int written)
    {
        written = 0;
        return text.Length >= start + digits && TryReadHex(text.Slice(start, digits), out int value)
            ? Write(start + digits, (char)value, meant, out written)
            : 0;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, Span<char> meant, out int written)
    {
        written = 0;
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
            return 0;
        }

        if (Rune.TryCreate(value, out Rune rune))
        {
            written = rune.EncodeToUtf16(meant);
        }
        else
        {
            Write(0, (char)value, meant, out written); // An unpaired surrogate.
        }

        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int ReadName(ReadOnlySpan<char> text, Span<char> meant, out int written)
    {
        written = 0;
        int end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        if (end < 2 || !IsName(text[1..end]))
        {
            return 0;
        }

        string name = text[..(end + 1)].ToString();
        string decoded = WebUtility.HtmlDecode(name);
        if (decoded.Length == name.Length)
        {
            decoded = WebUtility.HtmlDecode(name.ToLowerInvariant());
        }

        return decoded is [var character] ? Write(end + 1, character, meant, out written) : 0;
    }

    private static int DigitOf(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static int Write(int length, char character, Span<char> meant, out int written)
    {
        meant[0] = character;
        written = 1;
        return length;
    }
}
