using System.Text.Json;

namespace FmeTyped;

/// <summary>Recognizes GeoJSON, FME XML and well-known text by their structure. The server checks the coordinates.</summary>
internal static class FmeGeometryText
{
    public const string GeoJsonExpected =
        "GeoJSON is a JSON object with the type and members that RFC 7946 names, such as {\"type\":\"Point\",\"coordinates\":[10,50]}.";

    public const string WktExpected = "Well-known text names a type and has matching parentheses, such as POINT (10 50).";

    public const string FmeXmlExpected = "FME XML is what FME's GeometryExtractor writes under that name: it begins with < and ends with >.";

    private static readonly string[] WktTypes =
    [
        "POINT", "LINESTRING", "LINEARRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "TRIANGLE",
        "CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON", "MULTICURVE", "MULTISURFACE", "POLYHEDRALSURFACE", "TIN",
    ];

    /// <summary>The encoding that a parameter names. Case is ignored, because sources differ in it.</summary>
    public static FmeGeometryEncoding EncodingOf(string name) =>
        string.Equals(name, "GeoJSON", StringComparison.OrdinalIgnoreCase) ? FmeGeometryEncoding.GeoJson
        : string.Equals(name, "fmeXML", StringComparison.OrdinalIgnoreCase) ? FmeGeometryEncoding.FmeXml
        : name.Contains("WKT", StringComparison.OrdinalIgnoreCase) ? FmeGeometryEncoding.Wkt
        : FmeGeometryEncoding.Other;

    public static bool IsFmeXml(string text) => text.AsSpan().Trim() is ['<', .., '>'];

    public static bool IsGeoJson(string text, out FmeGeometryKinds kinds)
    {
        kinds = FmeGeometryKinds.None;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            bool isGeoJson = root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("type", out JsonElement type)
                && type.ValueKind == JsonValueKind.String
                && HasMemberOf(root, type.GetString()!);
            kinds = isGeoJson ? FmeGeometryKindsReader.Read(root) : FmeGeometryKinds.None;
            return isGeoJson;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return false; // The last two come from an unpaired surrogate: escaped, and as it is.
        }
    }

    public static bool IsWkt(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int typeLength = rest.IndexOfAny(' ', '(');
        if (typeLength < 0 || !Array.Exists(WktTypes, type => text.AsSpan().Trim()[..typeLength].Equals(type, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        rest = rest[typeLength..].TrimStart();
        int dimensions = rest.IndexOfAny(' ', '(');
        if (dimensions > 0 && IsAny(rest[..dimensions], "Z", "M", "ZM"))
        {
            rest = rest[dimensions..].TrimStart();
        }

        return IsAny(rest, "EMPTY") || IsOnePairOfParentheses(rest);
    }

    private static bool HasMemberOf(JsonElement root, string type) => type switch
    {
        "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" => HasArray(root, "coordinates"),
        "GeometryCollection" => HasArray(root, "geometries"),
        "Feature" => root.TryGetProperty("geometry", out _),
        "FeatureCollection" => HasArray(root, "features"),
        _ => false,
    };

    private static bool HasArray(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Array;

    private static bool IsAny(ReadOnlySpan<char> text, params string[] words)
    {
        foreach (string word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnePairOfParentheses(ReadOnlySpan<char> text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth <= 0)
            {
                return depth == 0 && i > 0 && i == text.Length - 1;
            }
        }

        return false;
    }
}
