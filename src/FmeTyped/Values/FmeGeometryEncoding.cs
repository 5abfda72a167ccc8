namespace FmeTyped;

/// <summary>How a geometry is written as text.</summary>
internal enum FmeGeometryEncoding
{
    /// <summary>Not said, or a way the library does not know.</summary>
    Other,
    GeoJson,
    Wkt,
}
