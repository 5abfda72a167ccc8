using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class GeometryReaderTests
{
    [Theory]
    [InlineData("", "geoJSON")]
    [InlineData(""" "geometryEncoding": null """, "geoJSON")]
    [InlineData(""" "geometryEncoding": "GeoJSON" """, "geoJSON")]
    [InlineData(""" "geometryEncoding": "fmeXML" """, "fmeXML")]
    public void A_geometry_without_an_encoding_is_GeoJson(string more, string encoding) => Assert.Equal(encoding, V4("geometry", more).GeometryEncoding);

    [Theory]
    [InlineData("[]")]
    [InlineData("""["unspecified"]""")]
    [InlineData("""["point", "unspecified"]""")]
    public void All_kinds_are_taken_where_none_is_named(string types) => Assert.Empty(V4("geometry", $"\"supportedTypes\": {types}").GeometryTypes);

    [Fact]
    public void The_kinds_are_kept_in_order() =>
        Assert.Equal(["polygon", "box", "point", "line"], V4("geometry", """ "supportedTypes": ["polygon", "Box", "point", "line", "point"] """).GeometryTypes);

    [Theory]
    [InlineData(""" "geometryEncoding": "gml" """,
        "\"geometryEncoding\" of P is 'gml', which FME's pages do not name; a text is sent as it is and not checked")]
    [InlineData(""" "supportedTypes": ["point", "arc"] """,
        "\"supportedTypes\" of P holds 'arc', which FME's pages do not name; the kind of a geometry is not checked")]
    public void What_is_not_known_is_told(string more, string message)
    {
        string json = $$"""{"name": "P", "type": "geometry", "prompt": "", {{more}}}""";

        Assert.Equal([message], Told(json));
        Assert.Empty(Assert.Single(All(json).Parameters).GeometryTypes);
    }

    [Fact]
    public void Where_the_map_of_the_form_begins_does_not_matter() =>
        Assert.Equal(V4("geometry"), V4("geometry", """ "bounds": {"top": 90, "bottom": -90, "left": -180, "right": 180} """));
}
