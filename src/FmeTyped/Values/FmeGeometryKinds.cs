using System.Text.Json;

namespace FmeTyped;

/// <summary>The kinds of geometry in a text, as FME's parameters distinguish them. None if the text does not show it.</summary>
[Flags]
internal enum FmeGeometryKinds
{
    None = 0,
    Point = 1,
    Line = 2,
    Polygon = 4,

    /// <summary>A rectangle parallel to the axes, which is both a box and a polygon.</summary>
    Box = 8,
}

/// <summary>Finds the kinds of geometry in GeoJSON, and those that a parameter takes.</summary>
internal static class FmeGeometryKindsReader
{
    private const int CornersOfBox = 5;

    /// <summary>The kinds in a GeoJSON object. A multi-geometry has the kind of its parts.</summary>
    public static FmeGeometryKinds Read(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.String)
        {
            return FmeGeometryKinds.None;
        }

        return type.GetString() switch
        {
            "Point" or "MultiPoint" => FmeGeometryKinds.Point,
            "LineString" or "MultiLineString" => FmeGeometryKinds.Line,
            "Polygon" => geometry.TryGetProperty("coordinates", out JsonElement rings) && IsBox(rings) ? FmeGeometryKinds.Box : FmeGeometryKinds.Polygon,
            "MultiPolygon" => FmeGeometryKinds.Polygon,
            "GeometryCollection" => ReadAll(geometry, "geometries"),
            "FeatureCollection" => ReadAll(geometry, "features"),
            "Feature" => geometry.TryGetProperty("geometry", out JsonElement inner) ? Read(inner) : FmeGeometryKinds.None,
            _ => FmeGeometryKinds.None,
        };
    }

    /// <summary>Whether a parameter accepts the kinds of a geometry. A parameter that names none accepts all.</summary>
    public static bool Takes(IReadOnlyList<string> names, FmeGeometryKinds found)
    {
        FmeGeometryKinds taken = FmeGeometryKinds.None;
        for (int i = 0; i < names.Count; i++)
        {
            taken |= names[i] switch
            {
                "point" => FmeGeometryKinds.Point,
                "line" => FmeGeometryKinds.Line,
                "polygon" => FmeGeometryKinds.Polygon | FmeGeometryKinds.Box,
                "box" => FmeGeometryKinds.Box,
                _ => (FmeGeometryKinds)~0,
            };
        }

        return names.Count == 0 || (found & ~taken) == 0;
    }

    private static FmeGeometryKinds ReadAll(JsonElement owner, string name)
    {
        FmeGeometryKinds kinds = FmeGeometryKinds.None;
        if (owner.TryGetProperty(name, out JsonElement members) && members.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement member in members.EnumerateArray())
            {
                kinds |= Read(member);
            }
        }

        return kinds;
    }

    // One ring with four corners, and each side parallel to an axis.
    private static bool IsBox(JsonElement rings)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() != 1 || rings[0].ValueKind != JsonValueKind.Array
            || rings[0].GetArrayLength() != CornersOfBox)
        {
            return false;
        }

        JsonElement ring = rings[0];
        bool wasAlongX = false;
        for (int i = 0; i < CornersOfBox; i++)
        {
            if (!TryReadCorner(ring[i], out double x, out double y) || !TryReadCorner(ring[(i + 1) % CornersOfBox], out double nextX, out double nextY))
            {
                return false;
            }

            bool isClosing = i == CornersOfBox - 1;
            if (isClosing)
            {
                return x == nextX && y == nextY;
            }

            bool isAlongX = y == nextY && x != nextX;
            if ((!isAlongX && !(x == nextX && y != nextY)) || (i > 0 && isAlongX == wasAlongX))
            {
                return false;
            }

            wasAlongX = isAlongX;
        }

        return false;
    }

    private static bool TryReadCorner(JsonElement position, out double x, out double y)
    {
        y = 0;
        x = 0;
        return position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 2
            && position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number
            && position[0].TryGetDouble(out x) && position[1].TryGetDouble(out y);
    }
}
