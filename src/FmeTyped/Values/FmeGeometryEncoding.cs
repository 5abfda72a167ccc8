namespace FmeTyped;

/// <summary>How a geometry is written as text.</summary>
internal enum FmeGeometryEncoding
{
    /// <summary>Not said, or a way the library does not know.</summary>
    Other,
    GeoJson,
    FmeXml,

    /// <summary>Well-known text, which FME takes for no parameter of type geometry. A team may know of a text parameter that holds it.</summary>
    Wkt,
}
