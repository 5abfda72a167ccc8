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
    [InlineData("geoJSON", Wkt)]
    [InlineData("fmeXML", Wkt)]
    public void Another_encoding_than_the_parameters_is_a_problem_both_ways(string encoding, string text)
    {
        FmeGeometry geometry = text == Wkt ? FmeGeometry.FromWkt(text) : FmeGeometry.FromGeoJson(text);
        FmeValidationError problem = TestRequest.ProblemOf(Encoded(encoding), (writer, parameter) => writer.WriteGeometry(parameter, geometry));

        Assert.Equal(FmeValidationErrorKind.Malformed, problem.Kind);
        Assert.Contains(encoding, problem.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => TestRequest.SentOf(Encoded(encoding), (writer, parameter) => writer.WriteGeometry(parameter, geometry)));
    }

    [Theory]
    [InlineData("geoJSON", GeoJson, true)]
    [InlineData("geoJSON", Wkt, false)]
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
        Assert.Equal("<x/>", TestRequest.SentOf(Encoded("fmeXML"), (writer, parameter) => writer.WriteGeometry(parameter, FmeGeometry.FromText("<x/>"))).Text);

    [Fact]
    public void Geometries_are_compared_by_what_they_were_made_of()
    {
        Assert.Equal(FmeGeometry.FromWkt(Wkt), FmeGeometry.FromWkt(Wkt));
        Assert.True(FmeGeometry.FromWkt(Wkt) != FmeGeometry.FromText(Wkt));
        Assert.True(Box == FmeGeometry.BoundingBox(-1.5, 2, 3, 1e-7 + 4));
        Assert.False(Box == FmeGeometry.FromGeoJson(Box.ToString()));
    }

    private static FmeParameterDescriptor Encoded(string encoding) => new("AREA", FmeParameterKind.Geometry) { GeometryEncoding = encoding };
}
