using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>A date or time between the texts of FME and those of HTML's fields.</summary>
internal static class DateTimeInput
{
    /// <summary>The type of the field. A text field shows what no other can: any form, or a value that is no moment.</summary>
    public static string Type(FmeParameterDescriptor parameter, string text) => parameter.DateTimeForm switch
    {
        _ when text.Length > 0 && Value(parameter, text).Length == 0 => "text",
        FmeDateTimeForm.Date => "date",
        FmeDateTimeForm.Time => "time",
        FmeDateTimeForm.DateTime => "datetime-local",
        _ => "text",
    };

    /// <summary>The value of the field; empty for a text that it cannot show.</summary>
    public static string Value(FmeParameterDescriptor parameter, string text)
    {
        if (!FmeDateTime.TryParse(text, out FmeDateTime moment) || (moment.Offset is not null && parameter.HasOffset != true))
        {
            return "";
        }

        string clock = moment.Time?.Millisecond > 0 ? "HH:mm:ss.fff" : "HH:mm:ss";
        return (parameter.DateTimeForm, moment.Date, moment.Time) switch
        {
            (FmeDateTimeForm.Date, { } date, null) => date.ToString("O", CultureInfo.InvariantCulture),
            (FmeDateTimeForm.Time, null, { } time) => time.ToString(clock, CultureInfo.InvariantCulture),
            (FmeDateTimeForm.DateTime, { } date, { } time) => date.ToDateTime(time).ToString($"yyyy-MM-ddT{clock}", CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    /// <summary>The step in seconds. Without one, browsers leave the seconds out.</summary>
    public static string? Step(FmeParameterDescriptor parameter) =>
        parameter.DateTimeForm == FmeDateTimeForm.Date ? null : parameter.HasFraction == true ? "0.001" : "1";

    /// <summary>The offset of a moment, as <c>+02:00</c>; that of UTC where there is none.</summary>
    public static string Offset(string text) =>
        FmeDateTime.TryParse(text, out FmeDateTime moment) && moment.Offset is { } offset
            ? $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)}"
            : "+00:00";

    /// <summary>The text of the two fields. An offset alone is no moment.</summary>
    public static string Join(string moment, string offset) => moment.Length == 0 || HasOffset(moment) ? moment : WithSeconds(moment) + offset;

    private static bool HasOffset(string moment) => FmeDateTime.TryParse(moment, out FmeDateTime read) && read.Offset is not null;

    // A browser leaves seconds out that are zero.
    private static string WithSeconds(string moment) => moment.Length == "yyyy-MM-ddTHH:mm".Length ? moment + ":00" : moment;
}
