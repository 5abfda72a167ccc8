using System.Globalization;
using FmeTyped;
using FmeTyped.Metadata;

namespace WorkspaceForm;

/// <summary>Maps the kinds, values and limits of parameters to HTML.</summary>
internal static class Control
{
    /// <summary>The type of input for a parameter of one text.</summary>
    public static string Type(FmeParameterDescriptor parameter) => parameter switch
    {
        { Kind: FmeParameterKind.Integer or FmeParameterKind.Float } => "number",
        { Kind: FmeParameterKind.Secret } => "password",
        { Kind: FmeParameterKind.Color, IsOptional: false } => "color", // a color input cannot be empty
        { DateTimeForm: FmeDateTimeForm.Date } => "date",
        { DateTimeForm: FmeDateTimeForm.Time } => "time",
        { DateTimeForm: FmeDateTimeForm.DateTime, HasOffset: not true } => "datetime-local",
        _ => "text",
    };

    /// <summary>A value in the format of that input; an invalid value is returned unchanged.</summary>
    public static string Value(FmeParameterDescriptor parameter, string text) => parameter.Kind switch
    {
        FmeParameterKind.Secret => "",
        FmeParameterKind.Color when parameter.ColorFormat.TryParse(text, out FmeColor color) && !color.IsBlank =>
            $"#{Byte(color.Red)}{Byte(color.Green)}{Byte(color.Blue)}",
        FmeParameterKind.DateTime when parameter.HasOffset != true && FmeDateTime.TryParse(text, out FmeDateTime moment) => Iso(moment),
        _ => text,
    };

    /// <summary>Whether the browser has to require the field. A default that is not shown counts as a value.</summary>
    public static bool IsRequired(FmeParameterDescriptor parameter) =>
        parameter.MustBeSet
            || (!parameter.IsOptional && parameter.Default is not null && parameter.Kind is not (FmeParameterKind.Secret or FmeParameterKind.File));

    /// <summary>The smallest step of a number; without it a browser allows only integers.</summary>
    public static string? Step(FmeParameterDescriptor parameter) => parameter switch
    {
        { Step: { } step } => step.ToString(CultureInfo.InvariantCulture),
        { Kind: FmeParameterKind.Float, DecimalPlaces: { } places } => Math.Pow(10, -places).ToString(CultureInfo.InvariantCulture),
        { Kind: FmeParameterKind.Float } => "any",
        { DateTimeForm: FmeDateTimeForm.Time or FmeDateTimeForm.DateTime } => "1",
        _ => null,
    };

    public static string? Number(double? limit) => limit?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the user has to know to fill in the field; empty if the field needs no explanation.</summary>
    public static string Help(FmeParameterDescriptor parameter) => string.Join(' ', Hints(parameter));

    private static IEnumerable<string> Hints(FmeParameterDescriptor parameter)
    {
        if (parameter.Minimum is { } minimum)
        {
            yield return FormattableString.Invariant($"{(parameter.MinimumIsExclusive ? "More than" : "At least")} {minimum}.");
        }

        if (parameter.Maximum is { } maximum)
        {
            yield return FormattableString.Invariant($"{(parameter.MaximumIsExclusive ? "Less than" : "At most")} {maximum}.");
        }

        if (parameter.HasOffset == true)
        {
            yield return "With the offset from UTC, such as 2026-05-04T14:30:00+02:00.";
        }

        if (parameter is { IsList: true, Kind: not (FmeParameterKind.Choice or FmeParameterKind.File) })
        {
            yield return "One per line.";
        }

        if (parameter is { Kind: FmeParameterKind.Color, IsOptional: true })
        {
            yield return "Such as #8000ff.";
        }

        if (parameter.GeometryEncoding.Length > 0)
        {
            yield return $"As {parameter.GeometryEncoding}.";
        }

        if (parameter is { Kind: FmeParameterKind.File or FmeParameterKind.Secret, HasDefault: true })
        {
            yield return "If empty, the workspace's own default applies.";
        }
    }

    private static string Byte(double part) => ((int)Math.Round(part * 255)).ToString("x2", CultureInfo.InvariantCulture);

    private static string Iso(FmeDateTime moment) => (moment switch
    {
        { Date: { } date, Time: { } time } => date.ToDateTime(time).ToString("s", CultureInfo.InvariantCulture),
        { Date: { } date } => date.ToString("O", CultureInfo.InvariantCulture),
        { Time: { } time } => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => "",
    });
}
