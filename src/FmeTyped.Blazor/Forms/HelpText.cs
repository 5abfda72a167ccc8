using FmeTyped.Blazor.Resources;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>What a person has to know to fill in a field: what it takes, and what leaving it empty means.</summary>
internal static class HelpText
{
    public const long Megabyte = 1024 * 1024;

    private const int LongestDefault = 60;

    public static string From(FmeParameterDescriptor parameter, long maximumFileSize) =>
        string.Join(' ', OfKind(parameter, maximumFileSize).Concat(OfEmpty(parameter)));

    /// <summary>How a geometry is written, by its usual name.</summary>
    public static string Encoding(FmeParameterDescriptor parameter) => parameter.GeometryEncoding.ToUpperInvariant() switch
    {
        "" or "GEOJSON" => "GeoJSON",
        "FMEXML" => "FME XML",
        _ => ShownText.From(parameter.GeometryEncoding),
    };

    private static IEnumerable<string> OfKind(FmeParameterDescriptor parameter, long maximumFileSize)
    {
        if (parameter.Columns.Count > 0)
        {
            yield return FormText.Get("HelpTable", ShownText.From(string.Join(", ", parameter.Columns)));
        }
        else if (parameter is { IsList: true, Kind: not (FmeParameterKind.Choice or FmeParameterKind.File) })
        {
            yield return FormText.Get("HelpLines");
        }

        IEnumerable<string> hints = parameter.Kind switch
        {
            FmeParameterKind.Integer or FmeParameterKind.Float => OfNumber(parameter),
            FmeParameterKind.DateTime => OfDateTime(parameter),
            FmeParameterKind.Color => [FormText.Get(parameter.ColorFormat.HasAlpha ? "HelpColorAlpha" : "HelpColor")],
            FmeParameterKind.CoordinateSystem => [FormText.Get("HelpCoordinateSystem")],
            FmeParameterKind.Connection => [FormText.Get("HelpConnection")],
            FmeParameterKind.File or FmeParameterKind.Folder => OfPlace(parameter, maximumFileSize),
            FmeParameterKind.Geometry => OfGeometry(parameter),
            _ => [],
        };
        foreach (string hint in hints)
        {
            yield return hint;
        }
    }

    private static IEnumerable<string> OfNumber(FmeParameterDescriptor parameter)
    {
        if (parameter.Minimum is { } minimum)
        {
            yield return FormText.Get(parameter.MinimumIsExclusive ? "HelpMoreThan" : "HelpAtLeast", NumberInput.Shown(minimum));
        }

        if (parameter.Maximum is { } maximum)
        {
            yield return FormText.Get(parameter.MaximumIsExclusive ? "HelpLessThan" : "HelpAtMost", NumberInput.Shown(maximum));
        }

        if (parameter.Step is { } step)
        {
            yield return FormText.Get("HelpMultipleOf", NumberInput.Shown(step));
        }
        else if (parameter.DecimalPlaces is { } places and > 0)
        {
            yield return FormText.Get("HelpDecimals", places);
        }
    }

    private static IEnumerable<string> OfDateTime(FmeParameterDescriptor parameter)
    {
        if (parameter.DateTimeForm == FmeDateTimeForm.Any)
        {
            yield return FormText.Get("HelpDateTime");
        }

        if (parameter.HasOffset == true)
        {
            yield return FormText.Get("HelpOffset");
        }
    }

    private static IEnumerable<string> OfPlace(FmeParameterDescriptor parameter, long maximumFileSize)
    {
        if (parameter.IsDestination)
        {
            return [FormText.Get("HelpDestination")];
        }

        if (parameter.Kind == FmeParameterKind.Folder)
        {
            return [FormText.Get("HelpServerPath")];
        }

        string largest = FormText.Get("HelpLargest", maximumFileSize / Megabyte);
        return parameter.FileFilters.Count == 0 ? [largest] : [FormText.Get("HelpFiles", ShownText.From(string.Join(", ", parameter.FileFilters))), largest];
    }

    private static IEnumerable<string> OfGeometry(FmeParameterDescriptor parameter)
    {
        yield return FormText.Get("HelpGeometry", Encoding(parameter));
        if (parameter.GeometryTypes.Count > 0)
        {
            yield return FormText.Get("HelpGeometryKinds", ShownText.From(string.Join(", ", parameter.GeometryTypes)));
        }
    }

    // An empty field is blank where the parameter may be blank and has a default to lose; otherwise it is unset.
    private static IEnumerable<string> OfEmpty(FmeParameterDescriptor parameter) => parameter switch
    {
        { Kind: FmeParameterKind.Choice or FmeParameterKind.Boolean } or { IsDestination: true } => [],
        { Kind: FmeParameterKind.Secret or FmeParameterKind.File, HasDefault: true } or { DefaultIsWithheld: true } => [FormText.Get("HelpOwnDefault")],
        { IsOptional: false, Default: { IsBlank: false } text } => [FormText.Get("HelpDefault", ShownText.Shorten(text.ToString(), LongestDefault))],
        { Kind: FmeParameterKind.DateTime, IsOptional: true } => [FormText.Get("HelpNow")],
        _ => [],
    };
}
