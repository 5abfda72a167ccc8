using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

public sealed class EncodedTextTests
{
    private static readonly FmeParameterDescriptor Title = new("TITLE", FmeParameterKind.Text) { IsEncoded = true };
    private static readonly FmeParameterDescriptor Layers = new("LAYERS", FmeParameterKind.Text) { IsEncoded = true, IsList = true };
    private static readonly FmeParameterDescriptor Area = new("AREA", FmeParameterKind.Geometry) { IsEncoded = true, GeometryEncoding = "geoJSON" };

    [Theory]
    [InlineData("plain-text_1.0", "plain-text_1.0")]
    [InlineData("a b", "a<space>b")]
    [InlineData("a \"b\", (c) [d] {e}; 'f'",
        "a<space><quote>b<quote><comma><space><openparen>c<closeparen><space><openbracket>d<closebracket><space>"
        + "<opencurly>e<closecurly><semicolon><space><apos>f<apos>")]
    [InlineData("<space>", "<lt>space<gt>")]
    [InlineData("C:\\x/y|z&$(A)@\t\r\n\a", "C:<backslash>x<solidus>y<pipe>z<amp><dollar><openparen>A<closeparen><at><tab><cr><lf><bell>")]
    [InlineData("Größe", "Gr<u00f6><u00df>e")]
    public void A_text_is_sent_in_FMEs_encoding_and_read_back(string text, string wire)
    {
        Assert.Equal(wire, TestRequest.SentOf(Title, (writer, parameter) => writer.WriteText(parameter, text)).Text);
        Assert.Equal([wire, wire], TestRequest.SentOf(Layers, (writer, parameter) => writer.WriteTexts(parameter, [text, text])).Items);
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["TITLE"] = wire, ["LAYERS"] = (FmeList<string>)[wire] });
        Assert.Equal(text, reader.ReadText(Title));
        Assert.Equal([text], reader.ReadTexts(Layers)!);
    }

    [Theory]
    [InlineData("a<b>c", "a<b>c")]
    [InlineData("<<lt>", "<<")]
    [InlineData("<space", "<space")]
    [InlineData("<uZZZZ><U0041>", "<uZZZZ><U0041>")]
    public void What_is_no_word_of_the_encoding_stays(string wire, string text) =>
        Assert.Equal(text, new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["TITLE"] = wire }).ReadText(Title));

    [Fact]
    public void A_geometry_is_sent_in_FMEs_encoding_and_read_back()
    {
        var geometry = FmeGeometry.FromGeoJson("""{"type":"Point","coordinates":[1,2]}""");
        const string Wire = "<opencurly><quote>type<quote>:<quote>Point<quote><comma>"
            + "<quote>coordinates<quote>:<openbracket>1<comma>2<closebracket><closecurly>";

        Assert.Equal(Wire, TestRequest.SentOf(Area, (writer, parameter) => writer.WriteGeometry(parameter, geometry)).Text);
        Assert.Equal(geometry, new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["AREA"] = Wire }).ReadGeometry(Area));
    }

    [Fact]
    public void Conditions_look_at_what_it_stands_for()
    {
        var host = new FmeParameterDescriptor("HOST", FmeParameterKind.Text) { MustBeSet = true, Visibility = FmeVisibility.WhenEquals("TITLE", "a b") };
        var request = new TestRequest(
            writer =>
            {
                writer.WriteText(Title, "a b");
                writer.WriteText(host, null);
            },
            Title,
            host);

        Assert.Equal("HOST", Assert.Single(request.Validate()).Parameter);
    }
}
