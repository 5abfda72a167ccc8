using System.Text.Json;

namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// "geometryEncoding: fmeXML, geoJSON, by default geoJSON; supportedTypes: point, line, polygon, box, unspecified; empty = all": the page types/geometry,
/// which knows no WKT.
/// </summary>
public sealed class GeometryTests
{
    private const string Plain = """{"name":"P","type":"geometry","prompt":""}""";
    private const string Points = """{"name":"P","type":"geometry","prompt":"","supportedTypes":["point"]}""";
    private const string Boxes = """{"name":"P","type":"geometry","prompt":"","supportedTypes":["box"]}""";
    private const string Anything = """{"name":"P","type":"geometry","prompt":"","supportedTypes":["point","unspecified"]}""";
    private const string Xml = """{"name":"P","type":"geometry","prompt":"","geometryEncoding":"fmeXML"}""";

    private const string Point = """{"type":"Point","coordinates":[10,50]}""";
    private const string Line = """{"type":"LineString","coordinates":[[10,50],[11,51]]}""";
    private const string Polygon = """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}""";

    [Theory]
    [InlineData(Plain, Point)]
    [InlineData(Plain, Polygon)]
    [InlineData(Plain, """{"type":"GeometryCollection","geometries":[]}""")]
    [InlineData(Points, Point)]
    [InlineData(Boxes, Polygon)]
    [InlineData(Anything, Line)]
    [InlineData(Xml, "<geometry><point/></geometry>")]
    [InlineData("""{"name":"P","type":"geometry","prompt":"","geometryEncoding":"another"}""", "anything")]
    public async Task The_encoding_and_the_kinds_of_the_record_fit(string record, string value) =>
        await SubmittedValue.AssertFitsAsync(record, JsonSerializer.Serialize(value));

    [Theory]
    [InlineData(Points, Polygon, "is a Polygon, and takes only: point.")]
    [InlineData(Boxes, Line, "is a LineString, and takes only: box.")]
    [InlineData(Plain, """{"type":"Feature","geometry":null}""", "is no geometry of GeoJSON: it has to have a type, such as Point, and coordinates.")]
    [InlineData(Plain, """{"type":"Point"}""", "is no geometry of GeoJSON: it has to have a type, such as Point, and coordinates.")]
    [InlineData(Plain, "[10,50]", "is no geometry of GeoJSON: it has to have a type, such as Point, and coordinates.")]
    public async Task Other_geometries_are_reported(string record, string value, string problem) =>
        await SubmittedValue.AssertReportedAsync(record, JsonSerializer.Serialize(value), problem);

    [Theory]
    [InlineData(Plain, "POINT (10 50)", "is no GeoJSON: 'P' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0.")]
    [InlineData(Plain, "<geometry/>", "is no GeoJSON: '<' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0.")]
    [InlineData(Xml, Point, "is no FME XML: Data at the root level is invalid. Line 1, position 1.")]
    [InlineData(Xml, "POINT (10 50)", "is no FME XML: Data at the root level is invalid. Line 1, position 1.")]
    public async Task Other_encodings_are_reported(string record, string value, string problem) =>
        await SubmittedValue.AssertReportedAsync(record, JsonSerializer.Serialize(value), problem);
}
