using System.Globalization;

namespace FmeTyped;

/// <summary>Formats and parses components, and colours in unambiguous formats.</summary>
internal static class FmeColorText
{
    public const string Expected = "A colour looks like #8000ff, 128,0,255 or 0.5,0,1; 1,0,0 may be red or nearly black, so write #ff0000 or #010000.";

    /// <summary>The length of the longest component, <c>0.123456</c>, with a comma.</summary>
    public const int MostCharacters = 9;

    private const int Decimals = 6;

    private static readonly (string Name, FmeColorSpace Space)[] Names =
        [("unitRgb", FmeColorSpace.Rgb), ("unitHsv", FmeColorSpace.Hsv), ("unitHsl", FmeColorSpace.Hsl), ("unitCmyk", FmeColorSpace.Cmyk)];

    /// <summary>Writes a component from 0 to 255.</summary>
    public static int FormatByte(int millionths, Span<char> buffer)
    {
        uint value = FmeColorComponents.ToByte(millionths);
        int length = value < 10 ? 1 : value < 100 ? 2 : 3;
        for (int i = length - 1; i >= 0; i--)
        {
            (value, uint digit) = Math.DivRem(value, 10);
            buffer[i] = (char)('0' + digit);
        }

        return length;
    }

    /// <summary>Writes a component from 00 to ff.</summary>
    public static int FormatHex(int millionths, Span<char> buffer)
    {
        const string Digits = "0123456789abcdef";
        int value = FmeColorComponents.ToByte(millionths);
        buffer[0] = Digits[value >> 4];
        buffer[1] = Digits[value & 0xF];
        return 2;
    }

    /// <summary>Writes a component from 0 to 1, without trailing zeros.</summary>
    public static int FormatUnit(int millionths, Span<char> buffer)
    {
        buffer[0] = millionths == FmeColorComponents.Whole ? '1' : '0';
        if (millionths is 0 or FmeColorComponents.Whole)
        {
            return 1;
        }

        buffer[1] = '.';
        int length = 2 + Decimals;
        for (int i = length - 1; i > 1; i--)
        {
            buffer[i] = (char)('0' + (millionths % 10));
            millionths /= 10;
        }

        while (buffer[length - 1] == '0')
        {
            length--;
        }

        return length;
    }

    public static bool TryParseUnit(ReadOnlySpan<char> text, out int millionths)
    {
        millionths = 0;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double unit) || unit is not (>= 0 and <= 1))
        {
            return false;
        }

        millionths = FmeColorComponents.FromUnit(unit);
        return true;
    }

    public static bool TryParseByte(ReadOnlySpan<char> text, out int millionths)
    {
        bool isByte = byte.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out byte value);
        millionths = FmeColorComponents.FromByte(value);
        return isByte;
    }

    public static string From(FmeColorComponents color)
    {
        if (color.Space == FmeColorSpace.None)
        {
            return "";
        }

        Span<int> millionths = stackalloc int[FmeColorComponents.Most];
        int count = color.CopyTo(millionths, color.Space);
        ReadOnlySpan<int> parts = millionths[..(millionths[count] == FmeColorComponents.Whole ? count : count + 1)];
        Span<char> buffer = stackalloc char[parts.Length * MostCharacters];
        int length = 0;
        if (color.Space == FmeColorSpace.Rgb && !parts.ContainsAnyExcept(Bytes))
        {
            foreach (int part in parts)
            {
                length += FormatHex(part, buffer[length..]);
            }

            return $"#{buffer[..length]}";
        }

        foreach (int part in parts)
        {
            length += FormatUnit(part, buffer[length..]);
            buffer[length++] = ',';
        }

        return $"{NameOf(color.Space)}({buffer[..(length - 1)]})";
    }

    public static bool TryParse(string text, out FmeColorComponents color) =>
        TryParseNamed(text, out color) || TryParseDigits(text, FmeColorSpace.Rgb, out color) || TryParseParts(text, out color);

    /// <summary>Reads <c>#8000ff</c> and <c>unitHsv(0.5,1,1)</c>, which are unambiguous.</summary>
    public static bool TryParseNamed(string text, out FmeColorComponents color)
    {
        if (text[0] == '#')
        {
            return TryParseDigits(text.AsSpan(1), FmeColorSpace.Rgb, out color);
        }

        foreach ((string name, FmeColorSpace space) in Names)
        {
            if (text.StartsWith(name, StringComparison.Ordinal) && text.Length > name.Length + 1 && text[name.Length] == '(' && text[^1] == ')')
            {
                return TryParseParts(text.AsSpan(name.Length + 1, text.Length - name.Length - 2), space, TryParseUnit, out color);
            }
        }

        color = default;
        return false;
    }

    /// <summary>Parses components separated by commas; one more than the space has is the alpha.</summary>
    public static bool TryParseParts(ReadOnlySpan<char> text, FmeColorSpace space, ComponentParser parse, out FmeColorComponents color)
    {
        color = default;
        int components = FmeColorConversion.ComponentsOf(space);
        Span<Range> ranges = stackalloc Range[FmeColorComponents.Most + 1];
        int count = text.Split(ranges, ',');
        if (count != components && count != components + 1)
        {
            return false;
        }

        Span<int> millionths = stackalloc int[FmeColorComponents.Most];
        millionths[components] = FmeColorComponents.Whole;
        for (int i = 0; i < count; i++)
        {
            if (!parse(text[ranges[i]], out millionths[i]))
            {
                return false;
            }
        }

        color = FmeColorComponents.From(space, millionths);
        return true;
    }

    /// <summary>Reads components of two hexadecimal digits; one more than the space has is the alpha.</summary>
    public static bool TryParseDigits(ReadOnlySpan<char> text, FmeColorSpace space, out FmeColorComponents color)
    {
        color = default;
        int components = FmeColorConversion.ComponentsOf(space);
        if (text.Length != 2 * components && text.Length != 2 * (components + 1))
        {
            return false;
        }

        Span<int> millionths = stackalloc int[FmeColorComponents.Most];
        millionths[components] = FmeColorComponents.Whole;
        for (int i = 0; i < text.Length / 2; i++)
        {
            if (!byte.TryParse(text.Slice(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte component))
            {
                return false;
            }

            millionths[i] = FmeColorComponents.FromByte(component);
        }

        color = FmeColorComponents.From(space, millionths);
        return true;
    }

    /// <summary>Reads one component.</summary>
    public delegate bool ComponentParser(ReadOnlySpan<char> text, out int millionths);

    private static ReadOnlySpan<int> Bytes => AllBytes;

    private static readonly int[] AllBytes = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(value => FmeColorComponents.FromByte((byte)value))];

    private static string NameOf(FmeColorSpace space) => Array.Find(Names, name => name.Space == space).Name;

    // Text with only ones and zeros is ambiguous, unless all are zero.
    private static bool TryParseParts(string text, out FmeColorComponents color)
    {
        if (text.Contains('.', StringComparison.Ordinal))
        {
            return TryParseParts(text, FmeColorSpace.Rgb, TryParseUnit, out color);
        }

        bool isEither = text.Contains('1', StringComparison.Ordinal) && TryParseParts(text, FmeColorSpace.Rgb, TryParseUnit, out _);
        color = default;
        return !isEither && TryParseParts(text, FmeColorSpace.Rgb, TryParseByte, out color);
    }
}
