using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FmeTyped.Testing;

/// <summary>
/// Dates and times: <c>storageFormat</c> (FME's <c>20220707123456</c>, or ISO's), <c>format</c> (<c>datetime</c> or <c>date</c>), <c>milliseconds</c>
/// (a fraction of the second) and <c>timeZone</c> (an offset behind it, or none). An offset is <c>+hh:mm</c>, <c>+hhmm</c> or <c>+hh</c>.
/// </summary>
internal static partial class DateTimeRule
{
    public static string? FindProblem(JsonElement record, string text)
    {
        bool isIso = record.Word("storageFormat", "fme") == "iso";
        bool isDate = record.Word("format", "datetime") == "date";
        bool isUtc = record.Word("timeZone", "local") == "utc";
        (string pattern, string shown) = (isIso, isDate) switch
        {
            (true, true) => ("yyyy-MM-dd", "yyyy-mm-dd"),
            (true, false) => ("yyyy-MM-dd'T'HH:mm:ss", "yyyy-mm-ddThh:mm:ss"),
            (false, true) => ("yyyyMMdd", "yyyymmdd"),
            (false, false) => ("yyyyMMddHHmmss", "yyyymmddhhmmss"),
        };
        if (isDate)
        {
            return IsMoment(text, pattern) || (isUtc && IsMoment(Offset().Replace(text, ""), pattern)) ? null : $"'{text}' is no date of the form {shown}.";
        }

        Match parts = Parts().Match(text);
        return !IsMoment(parts.Groups["moment"].Value, pattern) ? $"'{text}' is no time of the form {shown}."
            : parts.Groups["fraction"].Success && !record.IsSet("milliseconds") ? $"'{text}' has a fraction of a second, and takes whole seconds."
            : parts.Groups["offset"].Success && !isUtc ? $"'{text}' has an offset, and takes a local time without one."
            : !parts.Groups["offset"].Success && isUtc ? $"'{text}' has no offset, and takes a time with one."
            : null;
    }

    private static bool IsMoment(string text, string pattern) =>
        DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^(?<moment>[^.]*?)(?<fraction>\.[0-9]{1,9})?(?<offset>[+-][0-9]{2}(:?[0-9]{2})?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex(@"[+-][0-9]{2}(:?[0-9]{2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();
}
