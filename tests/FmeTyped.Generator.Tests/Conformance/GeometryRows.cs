namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/geometry, and for v3 and workspace files the GUI types GEOMETRY and GEOMETRY_PICK.</summary>
internal static class GeometryRows
{
    private const string Point = """{"type":"Point","coordinates":[10,50]}""";
    private const string PointInCode = "FmeGeometry.FromGeoJson(\"\"\"" + Point + "\"\"\")";
    private const string Box = """{"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4],[1,4],[1,2]]]}""";
    private const string NoGeoJson = "takes a geometry written as geoJSON, which this one is not and cannot be made. "
        + "GeoJSON is a JSON object with the type and members that RFC 7946 names, such as {\"type\":\"Point\",\"coordinates\":[10,50]}.";

    private const string NoXml = "takes a geometry written as fmeXML, which this one is not and cannot be made. "
        + "FME XML is what FME's GeometryExtractor writes under that name: it begins with < and ends with >.";

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("geometryEncoding", "missing", "", PointInCode, Point) with { Bad = "FmeGeometry.FromFmeXml(\"<point/>\")", Message = NoGeoJson },
        Row("geometryEncoding", "missing", "", "FmeGeometry.FromWkt(\"POINT (10 50)\")", Point)
            with { Bad = "FmeGeometry.FromWkt(\"POINT M (1 2 3)\")", Message = NoGeoJson },
        Row("geometryEncoding", "geoJSON", """ "geometryEncoding": "geoJSON" """, "FmeGeometry.FromWkt(\"POINT(10 50)\")", Point),
        Row("geometryEncoding", "geoJSON", """ "geometryEncoding": "geoJSON" """, "FmeGeometry.BoundingBox(1, 2, 3, 4)", Box),
        Row("geometryEncoding", "fmeXML", """ "geometryEncoding": "fmeXML" """, "FmeGeometry.FromFmeXml(\"<point/>\")", "<point/>") with
        {
            Bad = PointInCode,
            Message = NoXml,
        },
        Row("geometryEncoding", "fmeXML", """ "geometryEncoding": "FMEXML" """, "FmeGeometry.FromFmeXml(\"<point/>\")", "<point/>") with
        {
            Bad = "FmeGeometry.FromWkt(\"POINT (10 50)\")",
            Message = NoXml,
        },
        Row("geometryEncoding", "unknown", """ "geometryEncoding": "gml" """, "FmeGeometry.FromText(\"<gml:Point/>\")", "<gml:Point/>") with
        {
            Told = "\"geometryEncoding\" of P is 'gml', which FME's pages do not name; a text is sent as it is and not checked",
        },
        Row("supportedTypes", "missing", "", "FmeGeometry.FromWkt(\"LINESTRING (1 2, 3 4)\")", """{"type":"LineString","coordinates":[[1,2],[3,4]]}"""),
        Row("supportedTypes", "empty", """ "supportedTypes": [] """, PointInCode, Point),
        Row("supportedTypes", "unspecified", """ "supportedTypes": ["line", "unspecified"] """, PointInCode, Point),
        Row("supportedTypes", "point", """ "supportedTypes": ["point"] """, PointInCode, Point) with
        {
            Bad = "FmeGeometry.FromWkt(\"LINESTRING (1 2, 3 4)\")",
            Message = "takes point geometry only; this one holds line.",
        },
        Row("supportedTypes", "line", """ "supportedTypes": ["line"] """, "FmeGeometry.FromWkt(\"LINESTRING (1 2, 3 4)\")",
            """{"type":"LineString","coordinates":[[1,2],[3,4]]}""") with
        {
            Bad = PointInCode,
            Message = "takes line geometry only; this one holds point.",
        },
        Row("supportedTypes", "polygon", """ "supportedTypes": ["polygon"] """, "FmeGeometry.BoundingBox(1, 2, 3, 4)", Box) with
        {
            Bad = PointInCode,
            Message = "takes polygon geometry only; this one holds point.",
        },
        Row("supportedTypes", "box", """ "supportedTypes": ["box", "point"] """, "FmeGeometry.BoundingBox(1, 2, 3, 4)", Box) with
        {
            Bad = "FmeGeometry.FromWkt(\"POLYGON ((0 0, 1 0, 1 1, 0 0))\")",
            Message = "takes box or point geometry only; this one holds polygon.",
        },
        Row("bounds", "world", """ "bounds": { "top": 90, "bottom": -90, "left": -180, "right": 180 } """, PointInCode, Point),
        Row("valueType", "stringEncoded", """ "valueType": "stringEncoded" """, PointInCode, Point),
        Row("csharp", "encoded", """ "valueType": "stringEncoded" """, PointInCode,
            "<opencurly><quote>type<quote>:<quote>Point<quote><comma><quote>coordinates<quote>:<openbracket>10<comma>50<closebracket><closecurly>") with
        {
            Chosen = "\"encoded\": true",
        },
        Row("csharp", "supportedTypes", """ "supportedTypes": ["point"] """, "FmeGeometry.FromWkt(\"LINESTRING (1 2, 3 4)\")",
            """{"type":"LineString","coordinates":[[1,2],[3,4]]}""") with
        {
            Chosen = """ "record": { "supportedTypes": [] } """,
        },
        new("GEOMETRY", "type", "GEOMETRY") { V3 = """ "type": "GEOMETRY" """, CSharp = "FmeGeometry", Good = "FmeGeometry.FromWkt(\"POINT (10 50)\")",
            Wire = Point },
        new("GEOMETRY_PICK", "GEOM_TYPE", "POLYGON,BOX")
        {
            Fmw = "GUI GEOMETRY_PICK P GEOM_TYPE:POLYGON,BOX%INITIAL_BOUNDS:90,-180,-90,180 Area:",
            CSharp = "FmeGeometry",
            Good = "FmeGeometry.BoundingBox(1, 2, 3, 4)",
            Wire = Box,
            Bad = "FmeGeometry.FromWkt(\"POINT (10 50)\")",
            Message = "takes polygon or box geometry only; this one holds point.",
        },
    ];

    private static ConformanceRow Row(string key, string value, string more, string good, string wire) => new("geometry", key, value)
    {
        V4 = $"\"type\": \"geometry\"{(more.Length > 0 ? "," : "")}{more}",
        CSharp = "FmeGeometry",
        Good = good,
        Wire = wire,
    };
}
