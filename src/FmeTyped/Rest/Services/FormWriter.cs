using System.Buffers;
using System.Text;

namespace FmeTyped;

/// <summary>Writes names and values as a web form (application/x-www-form-urlencoded), percent-encoded as UTF-8.</summary>
internal sealed class FormWriter(IBufferWriter<byte> output)
{
    /// <summary>Includes the charset, because servers may read a form without one as Latin-1.</summary>
    public const string MediaType = "application/x-www-form-urlencoded; charset=utf-8";

    // A space is written as %20 and not as +; every form parser understands it.
    private const int LongestRune = 4;
    private const int LongestEncoding = 3 * LongestRune;

    private bool _hasEntries;

    public void Write(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (_hasEntries)
        {
            output.Write("&"u8);
        }

        _hasEntries = true;
        Encode(name);
        output.Write("="u8);
        Encode(value);
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[LongestRune];

        // An unpaired surrogate becomes the replacement character.
        foreach (Rune rune in text.EnumerateRunes())
        {
            Span<byte> encoded = output.GetSpan(LongestEncoding);
            int length = 0;
            foreach (byte unit in utf8[..rune.EncodeToUtf8(utf8)])
            {
                if (IsUnreserved(unit))
                {
                    encoded[length++] = unit;
                }
                else
                {
                    encoded[length++] = (byte)'%';
                    encoded[length++] = HexDigit(unit >> 4);
                    encoded[length++] = HexDigit(unit & 0xF);
                }
            }

            output.Advance(length);
        }
    }

    private static bool IsUnreserved(byte unit) => char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~';

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
