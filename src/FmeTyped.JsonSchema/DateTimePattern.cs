using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>
/// What the text of a date or time looks like: FME's form and that of ISO 8601, which are both read. No <c>format</c> of JSON Schema fits both.
/// </summary>
internal static class DateTimePattern
{
    private const string Month = "(0[1-9]|1[0-2])";
    private const string Day = "(0[1-9]|[12][0-9]|3[01])";
    private const string Hour = "([01][0-9]|2[0-3])";
    private const string Sixty = "[0-5][0-9]";
    private const string Year = "(?!0000)[0-9]{4}";
    private const string Offset = @"(Z|[+-](0[0-9]|1[0-3]):?[0-5][0-9]|[+-]14:?00)";

    public static string From(FmeParameterDescriptor parameter)
    {
        string date = $"({Year}{Month}{Day}|{Year}-{Month}-{Day})";
        string fraction = parameter.HasFraction == false ? "" : @"(\.[0-9]{1,7})?";
        string offset = parameter.HasOffset switch { true => Offset, false => "", null => $"{Offset}?" };
        string time = $"({Hour}{Sixty}{Sixty}{fraction}|{Hour}:{Sixty}:{Sixty}{fraction})";
        string dateTime = $"({Year}{Month}{Day}{Hour}{Sixty}{Sixty}{fraction}|{Year}-{Month}-{Day}T{Hour}:{Sixty}:{Sixty}{fraction})";
        string pattern = parameter.DateTimeForm switch
        {
            FmeDateTimeForm.Date => date,
            FmeDateTimeForm.Time => time + offset,
            FmeDateTimeForm.DateTime => dateTime + offset,
            _ => $"({date}|{time}{offset}|{dateTime}{offset})",
        };
        return parameter.IsOptional ? $"^({pattern})?$" : $"^{pattern}$";
    }

    public static string Examples(FmeParameterDescriptor parameter)
    {
        string offset = parameter.HasOffset == true ? "+01:00" : "";
        return parameter.DateTimeForm switch
        {
            FmeDateTimeForm.Date => "A date: 2026-01-31 or 20260131.",
            FmeDateTimeForm.Time => $"A time: 14:30:00{offset} or 143000{offset}.",
            FmeDateTimeForm.DateTime => $"A date and time: 2026-01-31T14:30:00{offset} or 20260131143000{offset}.",
            _ => $"A date, a time or both: 2026-01-31, 14:30:00{offset}, 2026-01-31T14:30:00{offset}.",
        };
    }
}
