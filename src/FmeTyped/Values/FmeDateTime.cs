using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A date, a time of day, or both, with or without an offset from UTC: what FME calls a date/time value. It converts from
/// <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="DateTime"/> and <see cref="DateTimeOffset"/>. Its default is blank.
/// </summary>
/// <remarks>
/// It is sent in the format that the workspace requires. FME's own format is <c>YYYYMMDD</c>, <c>HHMMSS</c> or both joined, then a fraction of the second
/// if there is one, then the offset <c>+hh:mm</c> if there is one. Two values are equal if all their parts are equal; equal moments at different
/// offsets are not.
/// </remarks>
[JsonConverter(typeof(FmeTextJsonConverter<FmeDateTime>))]
public readonly record struct FmeDateTime : IFmeText<FmeDateTime>
{
    /// <summary>The length of the longest format: <c>YYYY-MM-DDTHH:MM:SS.fffffff+hh:mm</c>.</summary>
    internal const int MaxLength = 33;

    private FmeDateTime(DateOnly? date, TimeOnly? time, TimeSpan? offset)
    {
        Date = date;
        Time = time;
        Offset = offset;
    }

    /// <summary>The date; null if there is none.</summary>
    public DateOnly? Date { get; }

    /// <summary>The time of day, to 100 nanoseconds; null if there is none.</summary>
    public TimeOnly? Time { get; }

    /// <summary>The offset of the time from UTC, in whole minutes; null if there is none.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>Which of date and time are set; <see cref="FmeDateTimeForm.Any"/> for blank.</summary>
    public FmeDateTimeForm Form => (Date, Time) switch
    {
        (null, null) => FmeDateTimeForm.Any,
        (_, null) => FmeDateTimeForm.Date,
        (null, _) => FmeDateTimeForm.Time,
        _ => FmeDateTimeForm.DateTime,
    };

    /// <summary>Whether there is neither a date nor a time, so that an empty value is sent.</summary>
    public bool IsBlank => Form == FmeDateTimeForm.Any;

    /// <summary>A date.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator FmeDateTime(DateOnly date) => new(date, null, null);

    /// <summary>A time of day.</summary>
    /// <param name="time">The time.</param>
    public static implicit operator FmeDateTime(TimeOnly time) => new(null, time, null);

    /// <summary>A date and time with its offset.</summary>
    /// <param name="moment">The moment.</param>
    public static implicit operator FmeDateTime(DateTimeOffset moment) =>
        new(DateOnly.FromDateTime(moment.DateTime), TimeOnly.FromDateTime(moment.DateTime), moment.Offset);

    /// <summary>
    /// Creates a date and time. The kind determines the offset: none for <see cref="DateTimeKind.Unspecified"/>, <c>+00:00</c> for
    /// <see cref="DateTimeKind.Utc"/>, this machine's for <see cref="DateTimeKind.Local"/>; as in .NET's own round-trip format.
    /// </summary>
    /// <param name="dateTime">The date and time.</param>
    public static implicit operator FmeDateTime(DateTime dateTime) => dateTime.Kind == DateTimeKind.Unspecified
        ? new FmeDateTime(DateOnly.FromDateTime(dateTime), TimeOnly.FromDateTime(dateTime), null)
        : new DateTimeOffset(dateTime);

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeDateTime(FmeBlank blank) => default;

    /// <summary>Parses FME's format, or ISO 8601.</summary>
    /// <param name="text">The text, such as <c>20260131143000</c> or <c>2026-01-31T14:30:00</c>. Empty is blank.</param>
    /// <exception cref="FormatException">The text is not a date, a time, or both.</exception>
    public static FmeDateTime Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out FmeDateTime value)
            ? value
            : throw new FormatException($"'{text}' is not a date or time. {FmeDateTimeFormat.Expected(FmeDateTimeForm.Any)}");
    }

    /// <summary>Parses FME's format, or ISO 8601. Decimals of a second beyond the seventh are truncated.</summary>
    /// <param name="text">The text, such as <c>20260131143000</c> or <c>2026-01-31T14:30:00</c>. Empty is blank.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is a date, a time, or both.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out FmeDateTime value)
    {
        value = default;
        if (string.IsNullOrEmpty(text))
        {
            return text is not null;
        }

        if (FmeDateTimeFormat.TryParseDate(text, out DateOnly date))
        {
            value = date;
            return true;
        }

        if (!FmeDateTimeFormat.TrySplitOffset(text, out ReadOnlySpan<char> clock, out TimeSpan? offset))
        {
            return false;
        }

        if (FmeDateTimeFormat.TryParseTime(clock, out TimeOnly time))
        {
            value = new(null, time, offset);
            return true;
        }

        if (FmeDateTimeFormat.TryParseDateTime(clock, out DateTime both))
        {
            value = new(DateOnly.FromDateTime(both), TimeOnly.FromDateTime(both), offset);
            return true;
        }

        return false;
    }

    /// <summary>A copy without the offset from UTC: the local time.</summary>
    public FmeDateTime WithoutOffset() => new(Date, Time, null);

    /// <summary>A copy without the fraction of the second.</summary>
    public FmeDateTime WithoutFraction() => Time is { } time ? new(Date, new TimeOnly(time.Hour, time.Minute, time.Second), Offset) : this;

    /// <summary>Returns the value in FME's format; empty for blank.</summary>
    public override string ToString() => Format(stackalloc char[MaxLength], isIso: false, hasMilliseconds: false).ToString();

    static FmeDateTime IFmeText<FmeDateTime>.FromText(string text) => Parse(text);

    string IFmeText<FmeDateTime>.ToText() => ToString();

    internal ReadOnlySpan<char> Format(Span<char> buffer, bool isIso, bool hasMilliseconds) =>
        FmeDateTimeFormat.Format(Date, Time, Offset, buffer, isIso, hasMilliseconds);
}
