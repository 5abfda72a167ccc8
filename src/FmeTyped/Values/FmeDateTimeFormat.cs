using System.Globalization;

namespace FmeTyped;

/// <summary>The texts of dates and times: FME's compact form, and ISO 8601, which web forms and JSON bodies use.</summary>
internal static class FmeDateTimeFormat
{
    private const int MostDecimals = 7;

    private static readonly string[] Dates = ["yyyyMMdd", "yyyy-MM-dd"];

    private static readonly string[] Times = ["HHmmss.FFFFFFF", "HH:mm", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] DateTimes =
    [
        "yyyyMMddHHmmss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF",
    ];

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

    /// <summary>Takes the offset off the end of a text that is no date alone.</summary>
    /// <returns>False where what looks like an offset is none.</returns>
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

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="buffer">Room for it.</param>
    /// <param name="isIso">Whether it is written as ISO 8601 has it, and not as FME does.</param>
    /// <param name="hasMilliseconds">Whether milliseconds are written even where there are none.</param>
    public static ReadOnlySpan<char> Format(FmeDateTime value, Span<char> buffer, bool isIso, bool hasMilliseconds)
    {
        int length = 0;
        if (value.Date is { } date)
        {
            date.TryFormat(buffer, out length, isIso ? "yyyy-MM-dd" : "yyyyMMdd", CultureInfo.InvariantCulture);
        }

        if (value.Time is { } time)
        {
            if (isIso && length > 0)
            {
                buffer[length++] = 'T';
            }

            // F drops zeros at the end, and the point with the last of them; f does not.
            bool isWhole = hasMilliseconds && time.Ticks % TimeSpan.TicksPerMillisecond == 0;
            string form = (isIso, isWhole) switch
            {
                (true, false) => "HH:mm:ss.FFFFFFF",
                (true, true) => "HH:mm:ss.fff",
                (false, false) => "HHmmss.FFFFFFF",
                (false, true) => "HHmmss.fff",
            };
            time.TryFormat(buffer[length..], out int written, form, CultureInfo.InvariantCulture);
            length += written;
        }

        if (value.Offset is { } offset)
        {
            buffer[length++] = offset < TimeSpan.Zero ? '-' : '+';
            offset.TryFormat(buffer[length..], out int written, @"hh\:mm", CultureInfo.InvariantCulture);
            length += written;
        }

        return buffer[..length];
    }
}
