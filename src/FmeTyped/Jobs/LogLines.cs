using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>
/// Parses lines of a log. An engine writes <c>time|elapsed|duration|severity|message</c>: A010. Other lines, such as the rest of a message
/// of several lines, are kept whole.
/// </summary>
internal static class LogLines
{
    private const string TimeFormat = "yyyy-M-d H:m:s";

    /// <summary>Parses one line of the log.</summary>
    public static FmeLogEntry Read(string line, long number)
    {
        Span<Range> fields = stackalloc Range[5];
        ReadOnlySpan<char> text = line;
        if (text.Split(fields, '|') < fields.Length || ReadTime(text[fields[0]]) is not { } time)
        {
            return new FmeLogEntry { Number = number, Message = line };
        }

        string severity = text[fields[3]].Trim().ToString();
        return new FmeLogEntry
        {
            Number = number,
            Time = time,
            Elapsed = ReadSeconds(text[fields[1]]),
            Duration = ReadSeconds(text[fields[2]]),
            Level = LevelOf(severity),
            Severity = severity,
            Message = text[fields[4]].TrimEnd().ToString(),
        };
    }

    public static LogLevel LevelOf(string word) => word.ToUpperInvariant() switch
    {
        "STATS" or "STATRP" => LogLevel.Debug,
        "INFORM" or "INFORMATION" or "INFO" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => LogLevel.Trace,
    };

    private static DateTimeOffset? ReadTime(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParseExact(text.Trim(), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    public static TimeSpan? ReadSeconds(ReadOnlySpan<char> text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds is >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
