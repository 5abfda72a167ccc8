using FmeTyped.Schema.Model;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class V4DefaultTests
{
    private const string Choices = """ "choices": [{"display": "1", "value": "Parks"}, {"display": "2", "value": "Dog Parks"}], """;

    [Theory]
    [InlineData("\"x y\"", "x y")]
    [InlineData("\"$(FME_MF_DIR)a.shp\"", "$(FME_MF_DIR)a.shp")]
    [InlineData("0.50", "0.50")]
    [InlineData("true", "true")]
    [InlineData("[\"x\"]", "x")]
    public void A_default_is_one_text(string json, string text) =>
        Assert.Equal(ParameterDefault.Text(text), V4("text", $"\"defaultValue\": {json}").Default);

    [Fact]
    public void No_default_and_a_blank_one_are_two_things()
    {
        Assert.Null(V4("text").Default);
        Assert.Null(V4("text", "\"defaultValue\": null").Default);
        Assert.Equal(ParameterDefault.Text(""), V4("text", "\"defaultValue\": \"\"").Default);
        Assert.Equal(ParameterDefault.List(default), V4("listbox", "\"defaultValue\": \"\"").Default);
    }

    [Theory]
    [InlineData("\"Parks\"", "Parks")]
    [InlineData("\"Parks \\\"Dog Parks\\\"\"", "Parks", "Dog Parks")]
    [InlineData("[\"Parks\", \"Dog Parks\"]", "Parks", "Dog Parks")]
    public void A_list_is_an_array_or_one_text_with_blanks_between(string json, params string[] items) =>
        Assert.Equal(ParameterDefault.List(EquatableArray.From(items)), V4("listbox", $"{Choices} \"defaultValue\": {json}").Default);

    [Theory]
    [InlineData("\"/my data/a b.shp\"", "/my data/a b.shp")]
    [InlineData("\"\\\"\\\"a b.shp\\\" \\\"c.shp\\\"\\\"\"", "a b.shp", "c.shp")]
    [InlineData("\"\\\"a b.shp\\\" \\\"c.shp\\\"\"", "a b.shp", "c.shp")]
    public void Files_are_one_path_as_it_is_or_several_in_quotes(string json, params string[] items) =>
        Assert.Equal(ParameterDefault.List(EquatableArray.From(items)), V4("file", $"\"selectMultiple\": true, \"defaultValue\": {json}").Default);

    [Fact]
    public void Files_that_only_their_author_has_are_named_in_a_row() => Assert.Equal(
        "The default of P, '/data/a.csv, C:\\b.csv', is a path with a drive letter; a request that leaves the parameter unset will most likely fail",
        Assert.Single(All("""
            {"name": "P", "type": "file", "prompt": "", "selectMultiple": true, "defaultValue": ["/data/a.csv", "C:\\b.csv"]}
            """).Problems).Message);

    [Fact]
    public void Texts_are_decoded_where_the_record_says_that_they_are_encoded()
    {
        const string Record = """{"name": "P", "type": "TYPE", "valueType": "VALUETYPE", "defaultValue": "a<space>b c"}""";
        ParameterDefault? Read(string type, string valueType) =>
            One(Record.Replace("TYPE", type, StringComparison.Ordinal).Replace("VALUE" + type, valueType, StringComparison.Ordinal)).Default;

        Assert.Equal(ParameterDefault.Text("a<space>b c"), Read("text", "string"));
        Assert.Equal(ParameterDefault.Text("a b c"), Read("text", "stringEncoded"));
        Assert.Equal(ParameterDefault.List(EquatableArray.From("a b", "c")), Read("listbox", "stringEncodedParts"));
        Assert.Equal(ParameterDefault.List(EquatableArray.From("a b", "c")), Read("listbox", "stringEncoded"));
    }

    [Fact]
    public void A_secret_is_not_kept()
    {
        Parameter withSecret = V4("password", "\"defaultValue\": \"hunter2\"");
        Assert.Null(withSecret.Default);
        Assert.True(withSecret.HasDefault);
        Assert.DoesNotContain("hunter2", withSecret.ToString(), StringComparison.Ordinal);

        Assert.False(V4("password", "\"defaultValue\": \"\"").HasDefault);
        Assert.True(V4("password", "\"defaultWithheld\": true").HasDefault);
    }
}
