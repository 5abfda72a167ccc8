using System.Text.Json;
using System.Xml;

namespace FmeTyped.Testing;

/// <summary>Geometries: <c>geometryEncoding</c> (GeoJSON or FME's XML; WKT is neither) and, for GeoJSON, the kinds in <c>supportedTypes</c>.</summary>
internal static class GeometryRule
{
    public static string? FindProblem(JsonElement record, string text) => record.Word("geometryEncoding", "geojson") switch
    {
        "geojson" => FindJsonProblem(record, text),
        "fmexml" => FindXmlProblem(text),
        _ => null,
    };

    private static string? FindXmlProblem(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                // If it can be read to its end, it is well-formed.
            }

            return null;
        }
        catch (XmlException exception)
        {
            return $"is no FME XML: {exception.Message}";
        }
    }

    private static string? FindJsonProblem(JsonElement record, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return FindJsonProblem(record, document.RootElement);
        }
        catch (JsonException exception)
        {
            return $"is no GeoJSON: {exception.Message}";
        }
    }

    private static string? FindJsonProblem(JsonElement record, JsonElement geometry)
    {
        string? type = geometry.ValueKind == JsonValueKind.Object ? geometry.Text("type") : null;
        string? kind = type switch
        {
            "Point" or "MultiPoint" => "point",
            "LineString" or "MultiLineString" => "line",
            "Polygon" or "MultiPolygon" => "polygon",
            "GeometryCollection" => "collection",
            _ => null,
        };
        if (kind is null || geometry.Find(kind == "collection" ? "geometries" : "coordinates") is not { ValueKind: JsonValueKind.Array })
        {
            return "is no geometry of GeoJSON: it has to have a type, such as Point, and coordinates.";
        }

        // "Empty: all." How a box is written is not known; a polygon can be one.
        string[] supported = [.. record.Items("supportedTypes").Select(item => item.AsText()?.ToLowerInvariant()).OfType<string>()];
        return supported.Length == 0 || supported.Contains("unspecified") || supported.Contains(kind) || (kind == "polygon" && supported.Contains("box"))
            ? null
            : $"is a {type}, and takes only: {string.Join(", ", supported)}.";
    }
}
