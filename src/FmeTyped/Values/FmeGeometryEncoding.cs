namespace FmeTyped;

/// <summary>How a geometry is written as text.</summary>
internal enum FmeGeometryEncoding
{
    /// <summary>Not specified, or unknown to the library.</summary>
    Other,
    GeoJson,
    FmeXml,

    /// <summary>Well-known text. FME does not accept it for parameters of type geometry, but a team may use it in a text parameter.</summary>
    Wkt,
}
