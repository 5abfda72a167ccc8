using System.Text.Json.Nodes;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>A geometry as an object of GeoJSON.</summary>
internal static class GeoJsonSchema
{
    private static readonly (string Kind, string[] Types)[] TypesOfKinds =
    [
        ("point", ["Point", "MultiPoint"]),
        ("line", ["LineString", "MultiLineString"]),
        ("polygon", ["Polygon", "MultiPolygon"]),
    ];

    /// <summary>Whether the parameter takes GeoJSON. A box is a polygon whose shape JSON Schema cannot tell, so that it is taken as text only.</summary>
    public static bool IsTaken(FmeParameterDescriptor parameter) =>
        (parameter.GeometryEncoding.Length == 0 || string.Equals(parameter.GeometryEncoding, "GeoJSON", StringComparison.OrdinalIgnoreCase))
        && TypesOf(parameter).Any();

    public static JsonObject Object(FmeParameterDescriptor parameter) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["enum"] = new JsonArray([.. TypesOf(parameter).Select(type => JsonValue.Create(type))]) },
            ["coordinates"] = new JsonObject { ["type"] = "array" },
        },
        ["required"] = new JsonArray("type", "coordinates"),
    };

    private static IEnumerable<string> TypesOf(FmeParameterDescriptor parameter) => TypesOfKinds
        .Where(kind => parameter.GeometryTypes.Count == 0 || parameter.GeometryTypes.Contains(kind.Kind))
        .SelectMany(kind => kind.Types);
}
