using System;
using System.Globalization;
using System.Linq;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Recognizes the texts that FmeDateTime can parse. A test compares the two.</summary>
internal static class DateTimeText
{
    public const string Expected = "a date looks like 20260131 or 2026-01-31, a time like 143000 or 14:30, both like 20260131143000 or 2026-01-31T14:30";

    private const int MostDecimals = 7;
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    private static readonly string[] Dates = ["yyyyMMdd", "yyyy-MM-dd"];

    private static readonly string[] Clocks =
    [
        "HHmmss.FFFFFFF", "HH:mm", "HH:mm:ss.FFFFFFF",
        "yyyyMMddHHmmss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] Offsets = [@"hh\:mm", "hhmm", "hh"];

    /// <summary>An empty text is blank, which is a value.</summary>
    public static bool IsValid(string text) =>
        text.Length == 0 || IsExactly(text, Dates) || (WithoutOffset(text) is { } clock && IsExactly(WithoutExcessDecimals(clock), Clocks));

    private static bool IsExactly(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Null if the text after the time is not a valid offset.
    private static string? WithoutOffset(string text)
    {
        if (text[text.Length - 1] == 'Z')
        {
            return text.Substring(0, text.Length - 1);
        }

        int sign = text.LastIndexOfAny(['+', '-']);
        if (sign < 0 || sign < text.IndexOfAny(['T', ' ']))
        {
            return text;
        }

        return TimeSpan.TryParseExact(text.Substring(sign + 1), Offsets, CultureInfo.InvariantCulture, out TimeSpan size) && size <= LargestOffset
            ? text.Substring(0, sign)
            : null;
    }

    private static string WithoutExcessDecimals(string text)
    {
        int point = text.IndexOf('.');
        int most = point + 1 + MostDecimals;
        return point >= 0 && text.Length > most && text.Skip(most).All(c => c is >= '0' and <= '9') ? text.Substring(0, most) : text;
    }
}
