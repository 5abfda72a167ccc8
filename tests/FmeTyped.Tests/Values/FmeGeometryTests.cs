using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class FmeGeometryTests
{
    private const string GeoJson = """{"type":"Point","coordinates":[10,50]}""";
    private const string Wkt = "POINT (10 50)";

    private static readonly FmeGeometry Box = FmeGeometry.BoundingBox(-1.5, 2, 3, 1e-7 + 4);

    [Theory]
    [InlineData(GeoJson)]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{}}""")]
    [InlineData(""" {"features":[],"type":"FeatureCollection"} """)]
    public void GeoJson_is_taken(string text) => Assert.Equal(text, FmeGeometry.FromGeoJson(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"Circle","coordinates":[1,2]}""")]
    [InlineData("""{"type":"Point"}""")]
    [InlineData("""{"type":"Point","coordinates":"1,2"}""")]
    [InlineData("""{"type":"Point","coordinates":[10,50]""")]
    [InlineData(Wkt)]
    public void What_is_no_GeoJson_is_refused(string text) => Assert.Throws<ArgumentException>(() => FmeGeometry.FromGeoJson(text));

    [Theory]
    [InlineData(Wkt)]
    [InlineData("Point(10 50)")]
    [InlineData(" MULTIPOLYGON Z (((0 0 1, 1 0 1, 1 1 1, 0 0 1))) ")]
    [InlineData("LINESTRING EMPTY")]
    [InlineData("POINT ZM (1 2 3 4)")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))")]
    public void Well_known_text_is_taken(string text) => Assert.Equal(text, FmeGeometry.FromWkt(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("POINT")]
    [InlineData("POINT 10 50")]
    [InlineData("POINT (10 50")]
    [InlineData("POINT (10 50))")]
    [InlineData("POINT (10 50) (1 2)")]
    [InlineData("POINT )")]
    [InlineData("CIRCLE (10 50)")]
    [InlineData(GeoJson)]
    public void What_is_no_well_known_text_is_refused(string text) => Assert.Throws<ArgumentException>(() => FmeGeometry.FromWkt(text));

    [Theory]
    [InlineData("geoJSON", """{"type":"Polygon","coordinates":[[[-1.5,2],[3,2],[3,4.0000001],[-1.5,4.0000001],[-1.5,2]]]}""")]
    [InlineData("", """{"type":"Polygon","coordinates":[[[-1.5,2],[3,2],[3,4.0000001],[-1.5,4.0000001],[-1.5,2]]]}""")]
    [InlineData("WKT", "POLYGON ((-1.5 2, 3 2, 3 4.0000001, -1.5 4.0000001, -1.5 2))")]
    public void A_box_is_written_as_the_parameter_asks(string encoding, string wire) =>
        Assert.Equal(wire, TestRequest.SentOf(Encoded(encoding), (writer, parameter) => writer.WriteGeometry(parameter, Box)).Text);

    [Fact]
    public void A_box_is_GeoJson_and_well_known_text()
    {
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(Box.ToString()).RootElement.GetProperty("coordinates").ValueKind);
        FmeGeometry.FromWkt(TestRequest.SentOf(Encoded("wkt"), (writer, parameter) => writer.WriteGeometry(parameter, Box)).Text);
    }

    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(0, 2, 1, 1)]
    [InlineData(double.NaN, 0, 1, 1)]
    [InlineData(0, 0, double.PositiveInfinity, 1)]
    public void A_box_without_extent_is_refused(double minX, double minY, double maxX, double maxY) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FmeGeometry.BoundingBox(minX, minY, maxX, maxY));

    [Theory]
    [InlineData("wkt", GeoJson)]
    [InlineData("geoJSON", "CIRCULARSTRING (1 5, 6 2, 7 3)")]
    [InlineData("geoJSON", "POINT M (1 5 6)")]
    [InlineData("fmeXML", Wkt)]
    [InlineData("fmeXML", GeoJson)]
    [InlineData("geoJSON", "<point/>")]
    [InlineData("wkt", "<point/>")]
    public void Another_encoding_than_the_parameters_is_a_problem_both_ways(string encoding, string text)
    {
        FmeGeometry geometry = text[0] == '{' ? FmeGeometry.FromGeoJson(text) : text[0] == '<' ? FmeGeometry.FromFmeXml(text) : FmeGeometry.FromWkt(text);
        FmeValidationError problem = TestRequest.ProblemOf(Encoded(encoding), (writer, parameter) => writer.WriteGeometry(parameter, geometry));

        Assert.Equal(FmeValidationErrorKind.Malformed, problem.Kind);
        Assert.Contains(encoding, problem.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => TestRequest.SentOf(Encoded(encoding), (writer, parameter) => writer.WriteGeometry(parameter, geometry)));
    }

    [Theory]
    [InlineData("geoJSON", GeoJson, true)]
    [InlineData("geoJSON", Wkt, true)]
    [InlineData("geoJSON", "POINT M (1 2 3)", false)]
    [InlineData("geoJSON", "<point/>", false)]
    [InlineData("geoJSON", "a point", false)]
    [InlineData("fmeXML", "<point/>", true)]
    [InlineData("fmeXML", GeoJson, false)]
    [InlineData("geoJSON", "", true)]
    [InlineData("wkt", Wkt, true)]
    [InlineData("wkt", GeoJson, false)]
    [InlineData("", "anything", true)]
    public void A_text_is_read_in_the_parameters_encoding(string encoding, string text, bool isRead)
    {
        FmeParameterDescriptor parameter = Encoded(encoding);
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["AREA"] = text });

        Assert.Equal(isRead ? text : null, reader.ReadGeometry(parameter)?.ToString());
        Assert.Equal(isRead ? 0 : 1, FmeRequestReading.Check(reader, new TestRequest(_ => { }, parameter)).Count);
    }

    [Fact]
    public void Text_of_its_own_form_is_sent_as_it_is_to_any_parameter() =>
        Assert.Equal("$(AREA)", TestRequest.SentOf(Encoded("fmeXML"), (writer, parameter) =>
            writer.WriteGeometry(parameter, FmeGeometry.FromText("$(AREA)"))).Text);

    [Theory]
    [InlineData("POINT (10 50)", """{"type":"Point","coordinates":[10,50]}""")]
    [InlineData("point z (10 50 7)", """{"type":"Point","coordinates":[10,50,7]}""")]
    [InlineData("POINT(10 50 7)", """{"type":"Point","coordinates":[10,50,7]}""")]
    [InlineData("POINT (+1 .5)", """{"type":"Point","coordinates":[1,0.5]}""")]
    [InlineData("POINT (1.50 -01)", """{"type":"Point","coordinates":[1.50,-1]}""")]
    [InlineData("POINT (0.12345678901234567890 2.)", """{"type":"Point","coordinates":[0.12345678901234567890,2]}""")]
    [InlineData("LINESTRING (1 2,3 4 , 5 6)", """{"type":"LineString","coordinates":[[1,2],[3,4],[5,6]]}""")]
    [InlineData("LINESTRING EMPTY", """{"type":"LineString","coordinates":[]}""")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
        """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}""")]
    [InlineData("MULTIPOINT (1 2, 3 4)", """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""")]
    [InlineData("MULTIPOINT ((1 2), (3 4))", """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""")]
    [InlineData("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))", """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}""")]
    [InlineData("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))", """{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]]]}""")]
    [InlineData(
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (1 2, 3 4)))",
        """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"""
        + """{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]}]}]}""")]
    public void Well_known_text_is_sent_as_GeoJson(string wkt, string geoJson)
    {
        foreach (string encoding in new[] { "", "geoJSON" })
        {
            Assert.Equal(geoJson, TestRequest.SentOf(Encoded(encoding), (writer, parameter) => writer.WriteGeometry(parameter, FmeGeometry.FromWkt(wkt))).Text);
            Assert.Equal(geoJson, TestRequest.SentOf(Encoded(encoding), (writer, parameter) =>
                writer.WriteGeometry(parameter, FmeGeometry.FromText(wkt))).Text);
        }

        Assert.Equal(wkt, TestRequest.SentOf(Encoded("wkt"), (writer, parameter) => writer.WriteGeometry(parameter, FmeGeometry.FromWkt(wkt))).Text);
    }

    [Theory]
    [InlineData("POINT (1)")]
    [InlineData("POINT (1 2 3 4)")]
    [InlineData("POINT Z (1 2)")]
    [InlineData("POINT (1 x)")]
    [InlineData("POINT (1 Infinity)")]
    [InlineData("POINT ((1 2))")]
    [InlineData("POLYGON (0 0, 1 1)")]
    [InlineData("LINESTRING (1 2, )")]
    [InlineData("GEOMETRYCOLLECTION (CIRCLE (1 2))")]
    [InlineData("TIN (((0 0, 1 0, 1 1, 0 0)))")]
    [InlineData("LINESTRING ZM (1 2 3 4, 5 6 7 8)")]
    public void Well_known_text_that_has_no_GeoJson_is_a_problem(string wkt) => Assert.Equal(
        FmeValidationErrorKind.Malformed,
        TestRequest.ProblemOf(Encoded("geoJSON"), (writer, parameter) => writer.WriteGeometry(parameter, FmeGeometry.FromWkt(wkt))).Kind);

    [Fact]
    public void Collections_in_collections_end()
    {
        const int Deep = 100_000;
        string wkt = string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION (", Deep)) + "POINT (1 2)" + new string(')', Deep);

        Assert.Equal(wkt, FmeGeometry.FromWkt(wkt).ToString());
    }

    [Theory]
    [InlineData("point", "POINT (1 2)", "")]
    [InlineData("point", "MULTIPOINT (1 2, 3 4)", "")]
    [InlineData("point", "LINESTRING (1 2, 3 4)", "line")]
    [InlineData("line,polygon", "POLYGON ((0 0, 4 0, 4 4, 0 0))", "")]
    [InlineData("line", "POLYGON ((0 0, 4 0, 4 4, 0 0))", "polygon")]
    [InlineData("box", "POLYGON ((0 0, 4 0, 4 4, 0 0))", "polygon")]
    [InlineData("box", "POLYGON ((0 0, 4 0, 4 3, 0 3, 0 0))", "")]
    [InlineData("box", "POLYGON ((0 0, 0 3, 4 3, 4 0, 0 0))", "")]
    [InlineData("box", "POLYGON ((0 0, 4 0, 5 3, 0 3, 0 0))", "polygon")]
    [InlineData("box", "POLYGON ((0 0, 4 0, 2 0, 4 0, 0 0))", "polygon")]
    [InlineData("polygon", "POLYGON ((0 0, 4 0, 4 3, 0 3, 0 0))", "")]
    [InlineData("line", "POLYGON ((0 0, 4 0, 4 3, 0 3, 0 0))", "box")]
    [InlineData("point,line", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))", "")]
    [InlineData("point", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))", "point, line")]
    [InlineData("point", """{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}""", "line")]
    [InlineData("point", """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}]}""", "")]
    [InlineData("point", """{"type":"Feature","geometry":null}""", "")]
    [InlineData("point", "$(AREA)", "")]
    [InlineData("", "LINESTRING (1 2, 3 4)", "")]
    public void Only_the_kinds_that_the_parameter_takes_validate(string types, string text, string foreign)
    {
        var parameter = new FmeParameterDescriptor("AREA", FmeParameterKind.Geometry)
        {
            GeometryEncoding = "geoJSON",
            GeometryTypes = types.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };
        string[] problems = [.. new TestRequest(writer => writer.WriteGeometry(parameter, FmeGeometry.FromText(text)), parameter).Validate().Select(problem =>
            problem.Message)];

        Assert.Equal(foreign.Length == 0 ? [] : [$"takes {types.Replace(",", " or ", StringComparison.Ordinal)} geometry only; this one holds {foreign}."],
            problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("point")]
    [InlineData("<point")]
    public void What_is_no_FME_XML_is_refused(string text) => Assert.Throws<ArgumentException>(() => FmeGeometry.FromFmeXml(text));

    [Fact]
    public void FME_XML_is_sent_as_it_is() => Assert.Equal(
        " <geometry/> ",
        TestRequest.SentOf(Encoded("fmeXML"), (writer, parameter) => writer.WriteGeometry(parameter, FmeGeometry.FromFmeXml(" <geometry/> "))).Text);

    [Fact]
    public void Geometries_are_compared_by_what_they_were_made_of()
    {
        Assert.Equal(FmeGeometry.FromWkt(Wkt), FmeGeometry.FromWkt(Wkt));
        Assert.Equal(FmeGeometry.FromWkt(Wkt), FmeGeometry.FromText(Wkt));
        Assert.True(FmeGeometry.FromWkt(Wkt) != FmeGeometry.FromGeoJson(GeoJson));
        Assert.True(Box == FmeGeometry.BoundingBox(-1.5, 2, 3, 1e-7 + 4));
        Assert.False(Box == FmeGeometry.FromGeoJson(Box.ToString()));
    }

    private static FmeParameterDescriptor Encoded(string encoding) => new("AREA", FmeParameterKind.Geometry) { GeometryEncoding = encoding, IsOptional = true };
}
