using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Tests.Json;

public class JsonReaderTests
{
    [Fact]
    public void Every_node_knows_its_place()
    {
        const string Text = """ { "a" : [ 1.5e3 , "x\ty" ] , "b":true, "c": null } """;

        var root = Assert.IsType<JsonObject>(ReadSound(Text));

        Assert.Equal(Text.Trim(), TextOf(Text, root.Span));
        Assert.Equal(["a", "b", "c"], root.Members.Select(member => member.Name));
        Assert.Equal(["\"a\"", "\"b\"", "\"c\""], root.Members.Select(member => TextOf(Text, member.NameSpan)));
        Assert.Equal(
            ["""[ 1.5e3 , "x\ty" ]""", "true", "null"],
            root.Members.Select(member => TextOf(Text, member.Value.Span)));

        var array = Assert.IsType<JsonArray>(root.Members[0].Value);
        Assert.Equal(["1.5e3", "\"x\\ty\""], array.Items.Select(item => TextOf(Text, item.Span)));
        Assert.Equal("1.5e3", Assert.IsType<JsonNumber>(array.Items[0]).Text);
        Assert.Equal("x\ty", Assert.IsType<JsonString>(array.Items[1]).Value);
        Assert.True(Assert.IsType<JsonBoolean>(root.Members[1].Value).Value);
        Assert.IsType<JsonNull>(root.Members[2].Value);
    }

    [Fact]
    public void Find_gives_the_first_member_with_exactly_the_name()
    {
        JsonReadResult result = JsonReader.Read("""{ "A": 0, "a": 1, "a": 2 }""");

        var root = Assert.IsType<JsonObject>(result.Root);
        Assert.Equal(3, root.Members.Count);
        Assert.Equal("1", Assert.IsType<JsonNumber>(root.Find("a")?.Value).Text);
        Assert.Null(root.Find("b"));
    }

    [Fact]
    public void Find_does_the_same_in_an_object_with_many_members()
    {
        string members = string.Concat(Enumerable.Range(0, 100).Select(number => $"\"{number}\": {number}, "));

        var root = Assert.IsType<JsonObject>(JsonReader.Read($$"""{ {{members}}"7": "second", "last": 100 }""").Root);

        Assert.Equal("7", Assert.IsType<JsonNumber>(root.Find("7")?.Value).Text);
        Assert.Equal("100", Assert.IsType<JsonNumber>(root.Find("last")?.Value).Text);
        Assert.Null(root.Find("LAST"));
    }

    [Theory]
    [InlineData("""
        "\"\\\/\b\f\n\r\t"
        """, "\"\\/\b\f\n\r\t")]
    [InlineData("""
        "\u0041\u00e9\u00E9\u0000\u0041B1"
        """, "A\u00e9\u00e9\0AB1")]
    [InlineData("""
        "\ud83d\ude00 and \uD83D\uDE00"
        """, "😀 and 😀")]
    [InlineData("\"é😀\u00A0\u2028\u007F“'`//#\"", "é😀\u00A0\u2028\u007F“'`//#")]
    [InlineData("\"\"", "")]
    public void Strings_are_decoded(string text, string value) =>
        Assert.Equal(value, Assert.IsType<JsonString>(ReadSound(text)).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("-12.50")]
    [InlineData("0.1e-07")]
    [InlineData("1E+400")]
    public void Numbers_keep_their_text(string text) =>
        Assert.Equal(text, Assert.IsType<JsonNumber>(ReadSound(text)).Text);

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_counts_as_a_character()
    {
        JsonNode root = ReadSound("\uFEFF{}");

        Assert.Equal(new TextSpan(1, 2), root.Span);
    }

    [Fact]
    public void The_readable_rest_of_a_broken_text_is_there()
    {
        JsonReadResult result = JsonReader.Read("""{ "a": [1, 02, @, 3], "b": hello, "c": True, "d": "x\qy" }""");

        var root = Assert.IsType<JsonObject>(result.Root);
        Assert.Equal(["a", "c", "d"], root.Members.Select(member => member.Name));
        Assert.Equal(
            ["1", "3"],
            Assert.IsType<JsonArray>(root.Members[0].Value).Items.Cast<JsonNumber>().Select(item => item.Text));
        Assert.True(Assert.IsType<JsonBoolean>(root.Members[1].Value).Value);
        Assert.Equal("x\\qy", Assert.IsType<JsonString>(root.Members[2].Value).Value);
        Assert.Equal(5, result.Errors.Count);
    }

    [Fact]
    public void A_wrong_bracket_that_closes_nothing_is_passed_over()
    {
        JsonReadResult result = JsonReader.Read("[}, 2]");

        Assert.Equal("2", Assert.IsType<JsonNumber>(Assert.Single(Assert.IsType<JsonArray>(result.Root).Items)).Text);
        Assert.Single(result.Errors);
    }

    [Fact]
    public void The_text_between_wrong_quotes_is_the_value_and_has_no_half_characters()
    {
        Assert.Equal("a😀b", Assert.IsType<JsonString>(JsonReader.Read("'a😀b'").Root).Value);
        Assert.Equal("\uFFFDb\uFFFD\uFFFD", Assert.IsType<JsonString>(JsonReader.Read("'\uD83Db\uDE00\uD83D'").Root).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("@")]
    [InlineData("]")]
    public void A_text_without_a_value_has_no_root(string text)
    {
        JsonReadResult result = JsonReader.Read(text);

        Assert.Null(result.Root);
        Assert.Single(result.Errors);
    }

    private static JsonNode ReadSound(string text)
    {
        JsonReadResult result = JsonReader.Read(text);
        Assert.Empty(result.Errors);
        return Assert.IsType<JsonNode>(result.Root, exactMatch: false);
    }

    private static string TextOf(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
