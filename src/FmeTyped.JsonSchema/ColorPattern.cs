using System.Text.RegularExpressions;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>What the text of a colour looks like: its components as the workspace writes them, or <c>#rrggbb</c>.</summary>
internal static class ColorPattern
{
    private const string Place = "%1";

    public static string From(FmeParameterDescriptor parameter)
    {
        FmeColorFormat format = parameter.ColorFormat;
        int count = (format.ColorSpace == "cmyk" ? 4 : 3) + (format.HasAlpha ? 1 : 0);
        (string component, string separator) = format.ComponentValueType switch
        {
            "float" => (@"(0(\.[0-9]+)?|1(\.0+)?)", ","),
            "hex" => ("[0-9a-fA-F]{2}", ""),
            _ => ("(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])", ","),
        };
        string components = string.Join(separator, Enumerable.Repeat(component, count));
        int place = format.ValueFormat.IndexOf(Place, StringComparison.Ordinal);
        string pattern = place < 0
            ? components
            : Literal(format.ValueFormat[..place]) + components + Literal(format.ValueFormat[(place + Place.Length)..]);
        if (format.ColorSpace == "rgb")
        {
            pattern = $"({pattern}|#[0-9a-fA-F]{{6}})";
        }

        return parameter.IsOptional ? $"^({pattern})?$" : $"^{pattern}$";
    }

    // ECMAScript, whose expressions these are, knows no escape of # and of a blank.
    private static string Literal(string text) =>
        Regex.Escape(text).Replace(@"\#", "#", StringComparison.Ordinal).Replace(@"\ ", " ", StringComparison.Ordinal);
}
