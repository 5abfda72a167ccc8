using System.Globalization;
using System.Text;

namespace FmeTyped.Benchmarks.Generator.Workloads;

/// <summary>
/// The schema file of a made-up server: each workspace has the same twenty parameters, of the kinds and in the proportions that
/// published workspaces have.
/// </summary>
internal static class SchemaSample
{
    /// <summary>A file of some workspaces.</summary>
    /// <param name="workspaces">How many.</param>
    /// <param name="edited">Whether one prompt in the middle of the file reads otherwise, at the same length.</param>
    public static string From(int workspaces, bool edited = false)
    {
        var file = new StringBuilder("{\n  \"format\": 1,\n  \"workspaces\": [\n");
        for (int number = 0; number < workspaces; number++)
        {
            AppendWorkspace(file, number, edited && number == workspaces / 2 ? "edited" : "region");
            file.Append(number < workspaces - 1 ? ",\n" : "\n");
        }

        return file.Append("  ]\n}\n").ToString();
    }

    private static void AppendWorkspace(StringBuilder file, int number, string word)
    {
        file.Append(CultureInfo.InvariantCulture, $$"""
                {
                  "repository": "Region{{number % 20}}",
                  "workspace": "order{{number}}.fmw",
                  "title": "Order {{number}}",
                  "description": "Cuts the layers of an order out of the data of the {{word}}, and converts them.",
                  "services": ["fmejobsubmitter", "fmedatadownload"],
                  "parameters": [

            """);
        string[] records =
        [
            Choice(
                "CHOICE",
                "FORMAT",
                "Output format",
                "SHAPE",
                ("SHAPE", "Esri shapefile"),
                ("GPKG", "OGC GeoPackage"),
                ("DWG", "AutoCAD drawing"),
                ("GEOJSON", "GeoJSON")),
            Choice(
                "LOOKUP_CHOICE", "QUALITY", "Quality of the raster", "high", ("low", "Low: 75 dpi"), ("medium", "Medium: 150 dpi"), ("high", "High: 300 dpi")),
            Choice("LOOKUP_CHOICE", "UNIT", "Unit of lengths", "m", ("m", "Metres"), ("ft", "Feet"), ("km", "Kilometres")),
            Choice("CHOICE", "CLIP", "Clip features at the border", "Yes", ("Yes", "Yes"), ("No", "No")),
            Choice("CHOICE", "DISSOLVE", "Dissolve by attribute", "No", ("Yes", "Yes"), ("No", "No")),
            Choice("STRING_OR_CHOICE", "STYLE", "Style", "plain", ("plain", "Plain"), ("print", "For print"), ("screen", "For screens")),
            List(
                "LOOKUP_LISTBOX",
                "LAYERS",
                "Layers",
                ("roads", "Roads"),
                ("water", "Water bodies"),
                ("parcels", "Parcels & owners"),
                ("buildings", "Buildings"),
                ("trees", "Trees")),
            List("LISTBOX", "THEMES", "Themes", ("base", "base"), ("planning", "planning"), ("utilities", "utilities")),
            Number("INTEGER", "BUFFER", "Buffer in metres", 0, 500),
            Number("INTEGER", "SCALE", "Scale of the map", 100, 100000),
            Number("FLOAT", "TOLERANCE", "Tolerance", 0, 10),
            Record("COORDSYS", "COORDSYS", "Coordinate system", "true", "\"EPSG:25832\""),
            Record("FILENAME_MUSTEXIST", "SOURCE", "Source file", "true", "\"$(FME_SHAREDRESOURCE_DATA)/source.gpkg\""),
            Record("DIRNAME", "DESTINATION", "Destination", "true", "\"\""),
            Record("DATETIME", "SINCE", "Changed since", "true", "\"\""),
            Record("GEOMETRY", "AREA", "Area of interest", "true", "\"\""),
            Record("PASSWORD", "DB_PASSWORD", "Password of the database", "true", "\"\""),
            Record("TEXT", "TITLE", "Title of the order", "false", "\"\""),
            Record("TEXT", "EMAIL", "Who is told when it is done", "true", "\"\""),
            Record("TEXT_EDIT", "COMMENT", "Comment, of several lines", "true", "\"none\""),
        ];
        file.Append(string.Join(",\n", records)).Append("\n      ]\n    }");
    }

    private static string Choice(string type, string name, string prompt, string value, params (string Value, string Caption)[] options) =>
        Record(type, name, prompt, "false", $"\"{value}\"", "string", OptionsOf(options));

    private static string List(string type, string name, string prompt, params (string Value, string Caption)[] options) =>
        Record(type, name, prompt, "false", $"[\"{options[0].Value}\"]", "list", OptionsOf(options));

    private static string Number(string type, string name, string prompt, int minimum, int maximum) =>
        Record(type, name, prompt, "false", $"\"{minimum}\"", "string", $""", "minimum": {minimum}, "maximum": {maximum}""");

    private static string OptionsOf((string Value, string Caption)[] options) =>
        $""", "listOptions": [{string.Join(", ", options.Select(option => $$"""{ "caption": "{{option.Caption}}", "value": "{{option.Value}}" }"""))}]""";

    private static string Record(string type, string name, string prompt, string optional, string value, string model = "string", string more = "") =>
        $$"""        { "name": "{{name}}", "type": "{{type}}", "model": "{{model}}", "description": "{{prompt}}", "optional": {{optional}},"""
            + $$""" "defaultValue": {{value}}{{more}} }""";
}
