using System.Globalization;

namespace FmeTyped;

/// <summary>Formats numbers as FME reads them: invariant, in the shortest form that round-trips, without an exponent.</summary>
internal static class FmeNumber
{
    /// <summary>The length of the longest number: 309 digits before the point, or 324 after it and 17 more, with sign and point.</summary>
    public const int MaxLength = 350;

    /// <summary>The length of the longest whole number, and of every other number without an exponent in its shortest form.</summary>
    public const int UsualLength = 32;

    public static ReadOnlySpan<char> Format(long value, Span<char> buffer)
    {
        value.TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture);
        return buffer[..length];
    }

    public static ReadOnlySpan<char> Format(double value, Span<char> buffer)
    {
        int exponentAt = FormatShortest(value, buffer, out int length);
        return exponentAt < 0 ? buffer[..length] : WithoutExponent(buffer, length, exponentAt);
    }

    /// <summary>Formats a number into a buffer of the usual length; false if it needs more.</summary>
    public static bool TryFormat(double value, Span<char> buffer, out ReadOnlySpan<char> text)
    {
        bool isUsual = FormatShortest(value, buffer, out int length) < 0;
        text = buffer[..length];
        return isUsual;
    }

    public static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    // Returns the index of the exponent; -1 if there is none.
    private static int FormatShortest(double value, Span<char> buffer, out int length)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "FME has no text for a number that is not finite.");
        }

        value.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
        return buffer[..length].IndexOf('E');
    }

    // 1.5E-07 becomes 0.00000015, and 1.5E+20 becomes 150000000000000000000.
    private static ReadOnlySpan<char> WithoutExponent(Span<char> buffer, int length, int exponentAt)
    {
        int exponent = int.Parse(buffer[(exponentAt + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[20];
        int count = 0;
        int beforePoint = 0;
        bool pointSeen = false;
        bool negative = buffer[0] == '-';
        foreach (char c in buffer[(negative ? 1 : 0)..exponentAt])
        {
            if (c == '.')
            {
                pointSeen = true;
                continue;
            }

            digits[count++] = c;
            beforePoint += pointSeen ? 0 : 1;
        }

        int point = beforePoint + exponent;
        int written = 0;
        if (negative)
        {
            buffer[written++] = '-';
        }

        if (point <= 0)
        {
            "0.".CopyTo(buffer[written..]);
            written += 2;
            buffer.Slice(written, -point).Fill('0');
            written -= point;
            digits[..count].CopyTo(buffer[written..]);
            return buffer[..(written + count)];
        }

        // The shortest form has an exponent only from 1E+15 on, when no decimal places are left.
        digits[..count].CopyTo(buffer[written..]);
        written += count;
        buffer.Slice(written, point - count).Fill('0');
        return buffer[..(written + point - count)];
    }
}
