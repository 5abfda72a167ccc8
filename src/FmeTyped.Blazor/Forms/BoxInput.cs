using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>A geometry by the four limits of a box, which is a polygon of GeoJSON.</summary>
internal static class BoxInput
{
    /// <summary>The fields, in the order of their values.</summary>
    public static IReadOnlyList<string> Sides { get; } = [FieldNames.West, FieldNames.South, FieldNames.East, FieldNames.North];

    /// <summary>Whether a parameter takes a box that is written as GeoJSON.</summary>
    public static bool Fits(FmeParameterDescriptor parameter) =>
        !string.Equals(parameter.GeometryEncoding, "fmeXML", StringComparison.OrdinalIgnoreCase)
        && (parameter.GeometryTypes.Count == 0 || parameter.GeometryTypes.Any(type => type is "box" or "polygon" or "unspecified"));

    /// <summary>The polygon; null where a limit is missing, or is on the wrong side of its opposite.</summary>
    public static string? Join(IReadOnlyList<string> sides)
    {
        double[] limits = [.. sides.Select(side => Parse(side) ?? double.NaN)];
        if (limits is not [var west, var south, var east, var north] || !(west < east && south < north))
        {
            return null;
        }

        string[] text = [.. limits.Select(limit => limit.ToString("0.###############", CultureInfo.InvariantCulture))];
        string ring = string.Join(',', new[] { (0, 1), (2, 1), (2, 3), (0, 3), (0, 1) }.Select(corner => $"[{text[corner.Item1]},{text[corner.Item2]}]"));
        return $"{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}";
    }

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
