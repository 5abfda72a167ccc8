using System.Globalization;

namespace FmeTyped;

/// <summary>Formats and parses dates and times: FME's compact format, and ISO 8601, which web forms and JSON bodies use.</summary>
internal static class FmeDateTimeFormat
{
    private const int MostDecimals = 7;
    private const int MillisecondDigits = 3;

    private static readonly string[] Dates = ["yyyyMMdd", "yyyy-MM-dd"];

    private static readonly string[] Times = ["HHmmss.FFFFFFF", "HH:mm", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] DateTimes =
    [
        "yyyyMMddHHmmss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF",
    ];

    /// <summary>Writes a value.</summary>
    /// <param name="date">The date; null for none.</param>
    /// <param name="time">The time; null for none.</param>
    /// <param name="offset">The offset; null for none.</param>
    /// <param name="buffer">A buffer that is large enough.</param>
    /// <param name="isIso">True for ISO 8601; false for FME's format.</param>
    /// <param name="hasMilliseconds">Whether milliseconds are written even if they are zero.</param>
    public static ReadOnlySpan<char> Format(DateOnly? date, TimeOnly? time, TimeSpan? offset, Span<char> buffer, bool isIso, bool hasMilliseconds)
    {
        int length = 0;
        if (date is { } day)
        {
            (int year, int month, int dayOfMonth) = day;
            length = WriteDigits(buffer, 0, year, 4);
            length = WriteSeparator(buffer, length, isIso, '-');
            length = WriteDigits(buffer, length, month, 2);
            length = WriteSeparator(buffer, length, isIso, '-');
            length = WriteDigits(buffer, length, dayOfMonth, 2);
        }

        if (time is { } clock)
        {
            length = WriteSeparator(buffer, length, isIso && length > 0, 'T');
            length = WriteDigits(buffer, length, clock.Hour, 2);
            length = WriteSeparator(buffer, length, isIso, ':');
            length = WriteDigits(buffer, length, clock.Minute, 2);
            length = WriteSeparator(buffer, length, isIso, ':');
            length = WriteDigits(buffer, length, clock.Second, 2);
            length = WriteFraction(buffer, length, (int)(clock.Ticks % TimeSpan.TicksPerSecond), hasMilliseconds ? MillisecondDigits : 0);
        }

        if (offset is { } distance)
        {
            buffer[length++] = distance < TimeSpan.Zero ? '-' : '+';
            length = WriteDigits(buffer, length, Math.Abs(distance.Hours), 2);
            length = WriteSeparator(buffer, length, isWritten: true, ':');
            length = WriteDigits(buffer, length, Math.Abs(distance.Minutes), 2);
        }

        return buffer[..length];
    }

    public static string Expected(FmeDateTimeForm form) => form switch
    {
        FmeDateTimeForm.Date => "A date looks like 20260131.",
        FmeDateTimeForm.Time => "A time looks like 143000.",
        FmeDateTimeForm.DateTime => "A date and time looks like 20260131143000.",
        _ => "A date looks like 20260131, a time like 143000, both like 20260131143000.",
    };

    public static bool TryParseDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static bool TryParseTime(ReadOnlySpan<char> text, out TimeOnly time) =>
        TimeOnly.TryParseExact(WithoutExcessDecimals(text), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static bool TryParseDateTime(ReadOnlySpan<char> text, out DateTime dateTime) =>
        DateTime.TryParseExact(WithoutExcessDecimals(text), DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out dateTime);

    /// <summary>Removes the offset from the end of a text that is not only a date.</summary>
    /// <returns>False if the text that looks like an offset is not one.</returns>
    public static bool TrySplitOffset(ReadOnlySpan<char> text, out ReadOnlySpan<char> clock, out TimeSpan? offset)
    {
        clock = text;
        offset = null;
        if (text[^1] == 'Z')
        {
            clock = text[..^1];
            offset = TimeSpan.Zero;
            return true;
        }

        int sign = text.LastIndexOfAny('+', '-');
        if (sign < 0 || sign < text.IndexOfAny('T', ' '))
        {
            return true;
        }

        clock = text[..sign];
        if (!TimeSpan.TryParseExact(text[(sign + 1)..], [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out TimeSpan size)
            || size > TimeSpan.FromHours(14))
        {
            return false;
        }

        offset = text[sign] == '-' ? -size : size;
        return true;
    }

    // FME writes nine decimals of a second and accepts more; .NET keeps seven.
    private static ReadOnlySpan<char> WithoutExcessDecimals(ReadOnlySpan<char> text)
    {
        int point = text.IndexOf('.');
        int most = point + 1 + MostDecimals;
        return point >= 0 && text.Length > most && !text[most..].ContainsAnyExceptInRange('0', '9') ? text[..most] : text;
    }

    private static int WriteDigits(Span<char> buffer, int start, int value, int count)
    {
        for (int i = start + count - 1; i >= start; i--)
        {
            buffer[i] = (char)('0' + (value % 10));
            value /= 10;
        }

        return start + count;
    }

    private static int WriteSeparator(Span<char> buffer, int start, bool isWritten, char separator)
    {
        if (!isWritten)
        {
            return start;
        }

        buffer[start] = separator;
        return start + 1;
    }

    // Without trailing zeros, beyond the minimum number of digits.
    private static int WriteFraction(Span<char> buffer, int start, int ticks, int least)
    {
        int count = MostDecimals;
        while (count > least && ticks % 10 == 0)
        {
            ticks /= 10;
            count--;
        }

        return count == 0 ? start : WriteDigits(buffer, WriteSeparator(buffer, start, isWritten: true, '.'), ticks, count);
    }
}
