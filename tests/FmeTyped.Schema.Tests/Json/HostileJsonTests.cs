using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Tests.Json;

/// <summary>Texts made to overflow the stack, to take quadratic time or to flood the error list.</summary>
[Trait("Suite", "fuzz")]
public class HostileJsonTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("{,")]
    [InlineData("[,")]
    [InlineData("[}")]
    [InlineData("{]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":[")]
    [InlineData("'\\")]
    [InlineData("\"\\")]
    [InlineData("\"\n")]
    [InlineData("/*")]
    [InlineData("/")]
    [InlineData("//\n")]
    [InlineData("\0")]
    [InlineData("\u00A0 ")]
    [InlineData("\"\\uD800")]
    [InlineData("a ")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData(",")]
    [InlineData(":")]
    public void A_megabyte_of_one_thing_is_read_to_the_end(string piece)
    {
        string repeated = string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length));

        foreach (string start in (string[])["", "[", "{", "[[],", "{\"a\":{}"])
        {
            JsonReadResult result = JsonReader.Read(start + repeated);
            Assert.InRange(result.Errors.Count, piece == "1" && start.Length == 0 ? 0 : 1, JsonErrorList.Limit);
        }
    }

    [Fact]
    public void A_megabyte_of_lone_surrogates_is_read_to_the_end()
    {
        // Not theory data: what stands in an attribute is UTF-8, which has no lone surrogates.
        string surrogates = new('\uD800', Megabyte);

        Assert.Single(JsonReader.Read($"[{surrogates}]").Errors);
        Assert.Equal(JsonErrorList.Limit, JsonReader.Read($"[\"{surrogates}\"]").Errors.Count);
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_no_more()
    {
        Assert.Empty(JsonReader.Read(Nested(64)).Errors);

        JsonError error = Assert.Single(JsonReader.Read(Nested(65)).Errors);
        Assert.Equal("objects and arrays nest deeper than 64 levels here", error.Message);
        Assert.Equal(new TextSpan(64, 1), error.Span);
    }

    [Fact]
    public void A_million_levels_are_one_error_and_what_stands_behind_them_is_read()
    {
        JsonReadResult result = JsonReader.Read($"[{Nested(1_000_000)}, {{ \"a\" 1 }}, {Nested(1_000_000)}]");

        Assert.Equal(
            ["objects and arrays nest deeper than 64 levels here", "expected ':' after the name \"a\", found a number"],
            result.Errors.Select(error => error.Message));
        Assert.Equal(3, Assert.IsType<JsonArray>(result.Root).Items.Count);
    }

    [Fact]
    public void No_more_than_a_hundred_errors_are_kept_and_they_are_the_first()
    {
        JsonReadResult result = JsonReader.Read($"[{string.Join(',', Enumerable.Repeat("01", 10_000))}]");

        Assert.Equal(100, result.Errors.Count);
        Assert.Equal(new TextSpan(1 + (99 * 3), 2), result.Errors[^1].Span);
    }

    [Fact]
    public void A_number_of_a_million_digits_is_kept()
    {
        string number = new('9', 1_000_000);

        Assert.Equal(number, Assert.IsType<JsonNumber>(JsonReader.Read(number).Root).Text);
    }

    [Fact]
    public void A_hundred_thousand_members_of_one_name_are_kept()
    {
        JsonReadResult result = JsonReader.Read($"{{{string.Join(',', Enumerable.Repeat("\"a\":1", 100_000))}}}");

        Assert.Equal(100_000, Assert.IsType<JsonObject>(result.Root).Members.Count);
        Assert.Equal(100, result.Errors.Count);
    }

    [Fact]
    public void Values_hold_no_lone_surrogates()
    {
        JsonReadResult result = JsonReader.Read("[\"\\ud800\", \"\uDC00\", \"x\\uDC00\uD800y\", '\uD800']");

        Assert.Equal(5, result.Errors.Count);
        Assert.Equal(
            ["\uFFFD", "\uFFFD", "x\uFFFD\uFFFDy", "\uFFFD"],
            Assert.IsType<JsonArray>(result.Root).Items.Cast<JsonString>().Select(item => item.Value));
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}
