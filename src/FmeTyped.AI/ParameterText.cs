using System.Text.Json.Nodes;
using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>What a model is told of a parameter: what it means, in which form and unit it is, and what happens when it is left out.</summary>
internal static class ParameterText
{
    private const int LongestText = 300;

    /// <param name="parameter">The parameter.</param>
    /// <param name="schema">The JSON Schema of its value.</param>
    public static string From(FmeParameterDescriptor parameter, JsonObject schema)
    {
        // An author's prompt has the unit, such as "Height (m):".
        string[] sentences =
        [
            Sentence(parameter.Prompt.TrimEnd(' ', ':')),
            parameter.Group.Length > 0 ? $"Part of: {Sentence(parameter.Group.TrimEnd(' ', ':'))}" : "",
            DataText.Line((string?)schema["description"] ?? "", 2 * LongestText),
            FormOf(parameter),
            LeftOut(parameter, schema["default"]),
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Sentence(string text)
    {
        string line = DataText.Line(text, LongestText);
        return line.Length == 0 || line[^1] is '.' or '?' or '!' ? line : line + ".";
    }

    private static string FormOf(FmeParameterDescriptor parameter) => parameter.Kind switch
    {
        FmeParameterKind.File => "A reference to a file that the user or the host gave you; no path of the server, and no content.",
        FmeParameterKind.CoordinateSystem => "The name of a coordinate system, such as EPSG:4326 or LL84.",
        FmeParameterKind.Connection => "The name of a connection on the server.",
        FmeParameterKind.Color => ColorForm(parameter.ColorFormat),
        FmeParameterKind.Geometry when parameter.GeometryTypes.Count > 0 =>
            $"A geometry in {Encoding(parameter)}: {string.Join(" or ", parameter.GeometryTypes.Select(type => DataText.Line(type, LongestText)))}.",
        FmeParameterKind.Geometry => $"A geometry in {Encoding(parameter)}.",
        FmeParameterKind.Text when parameter.Columns.Count > 0 =>
            $"A table with the columns {string.Join(", ", parameter.Columns.Select(column => DataText.Line(column, LongestText)))}, as JSON in a text.",
        _ => "",
    };

    private static string ColorForm(FmeColorFormat format)
    {
        string components = format.ComponentValueType switch
        {
            "float" => "from 0 to 1",
            "hex" => "from 00 to ff",
            _ => "from 0 to 255",
        };
        return $"A colour as {format.ColorSpace}{(format.HasAlpha ? " with alpha" : "")}, components {components}, written as the pattern says.";
    }

    private static string Encoding(FmeParameterDescriptor parameter) =>
        parameter.GeometryEncoding.Length == 0 ? "GeoJSON" : DataText.Line(parameter.GeometryEncoding, LongestText);

    private static string LeftOut(FmeParameterDescriptor parameter, JsonNode? value) => parameter switch
    {
        { MustBeSet: true, Visibility: null } => "Required.",
        { MustBeSet: true } => "",
        { DefaultIsWithheld: true } => "When left out, the workspace's own default applies.",
        { HasDefault: true } => $"When left out: {DataText.Line(value is JsonArray items ? string.Join(", ", items) : $"{value}", LongestText)}.",
        { IsOptional: true } => "When left out, it is blank.",
        _ => "When left out, FME Flow decides.",
    };
}
