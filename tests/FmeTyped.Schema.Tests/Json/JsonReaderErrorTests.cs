using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Tests.Json;

/// <summary>Errors are written as "start+length: message", or as "marked text: message" where a text has several lines.</summary>
public class JsonReaderErrorTests
{
    private const string SurrogateHint = "a character beyond U+FFFF is a high surrogate and then a low one";
    private const string NoEscape = @"this is not an escape sequence; a backslash in a string is written \\";
    private const string NotInside = "is only allowed inside a string; delete it or use a space";

    [Theory]
    [InlineData("", "0+0: expected a value, found the end of the text")]
    [InlineData("{", "1+0: expected a name in double quotes or '}', found the end of the text")]
    [InlineData("[", "1+0: expected a value or ']', found the end of the text")]
    [InlineData("[1,", "3+0: expected a value, found the end of the text")]
    [InlineData("""{"name":[1}""", "10+1: expected ',' or ']' after the item, found '}'")]
    [InlineData("""{"name":1]""", """9+1: expected ',' or '}' after the value of "name", found ']'""")]
    [InlineData("""{"name" 1}""", """8+1: expected ':' after the name "name", found a number""")]
    [InlineData("""{"name" = 1}""", """8+1: expected ':' after the name "name", found '='""")]
    [InlineData("""{"name", "b": 1}""", """7+1: expected ':' after the name "name", found ','""")]
    [InlineData("""{"name":}""", """8+1: expected a value for "name", found '}'""")]
    [InlineData("""{"name": , "b": 1}""", """9+1: expected a value for "name", found ','""")]
    [InlineData("""{"name":: 1}""", """8+1: expected a value for "name", found ':'""")]
    [InlineData("""["name": 1]""", "7+1: expected ',' or ']' after the item, found ':'")]
    [InlineData("""{{"a": 1}}""", "1+1: expected a name in double quotes or '}', found '{'")]
    [InlineData("{} {}", "3+1: expected the end of the text, found '{'")]
    [InlineData("<html>", "0+1: expected a value, found '<'")]
    [InlineData("+", "0+1: expected a value, found '+'")]
    [InlineData(".", "0+1: text must be in double quotes")]
    [InlineData("+1", "0+2: a number must not start with '+'")]
    [InlineData(".5", "0+2: a digit must precede the '.' of a number")]
    [InlineData("[€]", "1+1: expected a value or ']', found '€' (U+20AC)")]
    [InlineData("[😀]", "1+2: expected a value or ']', found '😀' (U+1F600)")]
    public void What_is_not_expected_is_named_with_what_is(string text, string error) => AssertErrors(text, error);

    [Theory]
    [InlineData("[1, 2,]", "5+1: a comma is not allowed after the last element; delete it")]
    [InlineData("""{"a": 1 , }""", "8+1: a comma is not allowed after the last element; delete it")]
    [InlineData("[1,,2]", "3+1: expected a value, found ','")]
    [InlineData("[,1]", "1+1: expected a value or ']', found ','")]
    [InlineData("[,,,]", "1+1: expected a value or ']', found ','")]
    [InlineData("{,}", "1+1: expected a name in double quotes or '}', found ','")]
    public void Commas_too_many(string text, string error) => AssertErrors(text, error);

    [Theory]
    [InlineData("[1 2]", "3+1: expected ',' or ']' after the item, found a number; a comma is missing")]
    [InlineData("""{"a": 1 "b": 2}""", """8+3: expected ',' or '}' after the value of "a", found a string; a comma is missing""")]
    [InlineData("[{}{}]", "3+1: expected ',' or ']' after the item, found '{'; a comma is missing")]
    public void Commas_too_few(string text, string error) => AssertErrors(text, error);

    [Theory]
    [InlineData("[1, // one\n2]", "4+6: JSON has no comments; delete it")]
    [InlineData("[1, /* one\n */ 2]", "4+10: JSON has no comments; delete it")]
    [InlineData("# one\r\n[1]", "0+5: JSON has no comments; delete it")]
    [InlineData("[1] /* one", "4+6: JSON has no comments; delete it")]
    [InlineData("[1] // one", "4+6: JSON has no comments; delete it")]
    [InlineData("{'a': 1}", "1+3: a string must be in double quotes ('\"'), found '''")]
    [InlineData("['it\\'s']", "1+7: a string must be in double quotes ('\"'), found '''")]
    [InlineData("['a\\'', 1]", "1+5: a string must be in double quotes ('\"'), found '''")]
    [InlineData("[“a”]", "1+3: a string must be in double quotes ('\"'), found '“' (U+201C)")]
    [InlineData("[‘a’]", "1+3: a string must be in double quotes ('\"'), found '‘' (U+2018)")]
    [InlineData("['a\n]", "1+2: a string must be in double quotes ('\"'), found '''")]
    [InlineData("{name: 1}", "1+4: a name must be in double quotes")]
    [InlineData("{7: 1}", "1+1: a name must be in double quotes")]
    [InlineData("[hello]", "1+5: text must be in double quotes")]
    [InlineData("[a_b$c-d.e]", "1+9: text must be in double quotes")]
    [InlineData("'a\\", "0+3: a string must be in double quotes ('\"'), found '''")]
    [InlineData("[City of Austin: Data's Download, 1]", "1+4: text must be in double quotes")]
    [InlineData("[True]", "1+4: JSON writes true in lower case")]
    [InlineData("[FALSE]", "1+5: JSON writes false in lower case")]
    [InlineData("[Null]", "1+4: JSON writes null in lower case")]
    [InlineData("[None]", "1+4: JSON writes null for no value")]
    [InlineData("[undefined]", "1+9: JSON writes null for no value")]
    [InlineData("[NaN]", "1+3: JSON has no number for NaN or infinity")]
    public void What_other_languages_write(string text, string error) => AssertErrors(text, error);

    [Theory]
    [InlineData("[\u00A01]", $"1+1: a no-break space (U+00A0) {NotInside}")]
    [InlineData("[1\u200B\u200B]", $"2+2: a zero width space (U+200B) {NotInside}")]
    [InlineData("[\uFEFF1]", $"1+1: a byte order mark (U+FEFF) {NotInside}")]
    [InlineData("[1]\0\0", $"3+2: a NUL character (U+0000) {NotInside}")]
    [InlineData("[\f1]", $"1+1: U+000C {NotInside}")]
    [InlineData("[\u00AD1]", $"1+1: a soft hyphen (U+00AD) {NotInside}")]
    [InlineData("[\u200C1]", $"1+1: a zero width non-joiner (U+200C) {NotInside}")]
    [InlineData("[\u200D1]", $"1+1: a zero width joiner (U+200D) {NotInside}")]
    [InlineData("[\u202F1]", $"1+1: a narrow no-break space (U+202F) {NotInside}")]
    [InlineData("[\u20281]", $"1+1: a line separator (U+2028) {NotInside}")]
    [InlineData("[\u20291]", $"1+1: a paragraph separator (U+2029) {NotInside}")]
    [InlineData("[\u30001]", $"1+1: an ideographic space (U+3000) {NotInside}")]
    public void Invisible_characters_are_named(string text, string error) => AssertErrors(text, error);

    [Theory]
    [InlineData("[01]", "1+2: a number must not start with 0, unless it is 0 or a '.' follows")]
    [InlineData("[+1]", "1+2: a number must not start with '+'")]
    [InlineData("[-]", "1+1: a digit must follow the '-' of a number")]
    [InlineData("[-Infinity]", "1+9: a digit must follow the '-' of a number")]
    [InlineData("[.5]", "1+2: a digit must precede the '.' of a number")]
    [InlineData("[5.]", "1+2: a digit must follow the '.' of a number")]
    [InlineData("[5.e1]", "1+4: a digit must follow the '.' of a number")]
    [InlineData("[1e]", "1+2: a digit must follow the exponent sign of a number")]
    [InlineData("[1e+]", "1+3: a digit must follow the exponent sign of a number")]
    [InlineData("[0x1F]", "1+4: this is not a JSON number; text must be in double quotes")]
    [InlineData("[2024-01-31]", "1+10: this is not a JSON number; text must be in double quotes")]
    public void Numbers_of_other_shapes(string text, string error) => AssertErrors(text, error);

    [Theory]
    [InlineData("""["abc]""", "1+5: the string has no closing '\"' on its line")]
    [InlineData("\"", "0+1: the string has no closing '\"' on its line")]
    [InlineData("[\"abc,\r\n1]", "1+5: the string has no closing '\"' on its line")]
    [InlineData("[\"abc”]", "1+6: the string has no closing '\"' on its line; '”' (U+201D) does not close it")]
    [InlineData("[\"a\\", "1+3: the string has no closing '\"' on its line")]
    [InlineData("""["a\qb"]""", $"3+2: {NoEscape}")]
    [InlineData("""["\'"]""", $"2+2: {NoEscape}")]
    [InlineData("""["\u12G4"]""", @"2+4: four hexadecimal digits must follow \u; a backslash in a string is written \\")]
    [InlineData("[\"a\tb\"]", @"3+1: a tab (U+0009) in a string must be written \t")]
    [InlineData("[\"\0\"]", @"2+1: a NUL character (U+0000) in a string must be written \u0000")]
    [InlineData("[\"\u001F\"]", @"2+1: U+001F in a string must be written \u001F")]
    [InlineData("""["\ud83d"]""", $"2+6: the surrogate U+D83D has no partner; {SurrogateHint}")]
    [InlineData("""["\ude00"]""", $"2+6: the surrogate U+DE00 has no partner; {SurrogateHint}")]
    [InlineData("""["\ud83d\u0041"]""", $"2+6: the surrogate U+D83D has no partner; {SurrogateHint}")]
    public void Strings_with_mistakes_inside(string text, string error) => AssertErrors(text, error);

    [Fact]
    public void An_invalid_escape_does_not_hide_a_character_that_must_be_escaped()
    {
        AssertErrors("[\"\\\t\"]", $"2+1: {NoEscape}", @"3+1: a tab (U+0009) in a string must be written \t");
        AssertErrors("[\"\\\uD83D\"]", $"2+1: {NoEscape}", $"3+1: the surrogate U+D83D has no partner; {SurrogateHint}");
    }

    [Fact]
    public void Every_character_that_looks_like_a_quote_is_taken_for_one() => Assert.All("“”„‟″«»＂'`‘’‚‛′＇", quote =>
    {
        JsonError error = Assert.Single(JsonReader.Read($"[{quote}a b{quote}]").Errors);
        Assert.Equal(new TextSpan(1, 5), error.Span);
        Assert.StartsWith($"a string must be in double quotes ('\"'), found '{quote}'", error.Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("[true, True, false, FALSE, null, Null, None, undefined]", "[true,true,false,false,null,null,null,null]")]
    [InlineData("""{"a" = 1}""", """{"a":1}""")]
    [InlineData("""["a\qb", "a\u12G4b"]""", """["a\\qb","a\\u12G4b"]""")]
    public void What_was_meant_is_read_all_the_same(string text, string read) => Assert.Equal(read, JsonNodeText.From(JsonReader.Read(text).Root!));

    [Fact]
    public void The_first_hundred_errors_are_reported() =>
        Assert.Equal(100, JsonReader.Read($"[{string.Join(',', Enumerable.Repeat("01", 200))}]").Errors.Count);

    [Fact]
    public void Many_arrays_and_objects_beside_each_other_are_not_deep() =>
        AssertErrors($$"""{"a":[{{string.Join(',', Enumerable.Repeat("[], {}", 100))}}]}""");

    [Fact]
    public void A_lone_surrogate_in_the_text_is_named()
    {
        // Not theory data: what stands in an attribute is UTF-8, which has no lone surrogates.
        AssertErrors("[\"\uD83D\"]", $"2+1: the surrogate U+D83D has no partner; {SurrogateHint}");
        AssertErrors("[\uD83D]", "1+1: expected a value or ']', found U+D83D");
    }

    [Fact]
    public void Two_surrogates_of_one_half_are_no_pair()
    {
        AssertErrors(
            """["\ude00\ude00"]""",
            $"2+6: the surrogate U+DE00 has no partner; {SurrogateHint}",
            $"8+6: the surrogate U+DE00 has no partner; {SurrogateHint}");
        AssertErrors("""["\ud83d\ud83d\ude00"]""", $"2+6: the surrogate U+D83D has no partner; {SurrogateHint}");
    }

    [Fact]
    public void A_name_that_occurs_twice_is_an_error_at_the_second() => AssertErrors(
        """{ "a": 1, "\u0061": 2, "A": 3, "b": { "a": 4 } }""",
        "10+8: the name \"a\" occurs a second time in this object");

    [Fact]
    public void Names_that_occur_twice_are_found_in_an_object_with_many_and_in_the_objects_in_it()
    {
        string names = string.Concat(Enumerable.Range(10, 30).Select(number => $"\"{number}\": {{ \"10\": 0 }}, "));

        AssertErrors($$"""{ {{names}}"k": 0 }""");
        AssertErrors(
            $$"""{ {{names}}"10": 0, "39": 0, "k": { "a": 0, "a": 0 } }""",
            $"{2 + names.Length}+4: the name \"10\" occurs a second time in this object",
            $"{2 + names.Length + 9}+4: the name \"39\" occurs a second time in this object",
            $"{2 + names.Length + 33}+3: the name \"a\" occurs a second time in this object");
    }

    [Fact]
    public void What_is_too_deep_is_one_error_and_reading_goes_on_after_it()
    {
        const string TooDeep = """[[1, "]", { "a": 05 }]]""";
        string open = new('[', 64);
        string close = new(']', 63);

        AssertErrors($"{open}{close}, 05]", "129+2: a number must not start with 0, unless it is 0 or a '.' follows");
        foreach (string space in (string[])["", "\n"])
        {
            AssertErrors(
                $"{open}{space}{TooDeep}{close}, 05]",
                $"{64 + space.Length}+1: objects and arrays nest deeper than 64 levels here",
                $"{129 + space.Length + TooDeep.Length}+2: a number must not start with 0, unless it is 0 or a '.' follows");
        }
    }

    [Fact]
    public void A_name_is_shown_short_and_on_one_line() => AssertErrors(
        $$"""{"\n\u202E{{new string('x', 50)}}"}""",
        $$"""61+1: expected ':' after the name "\u000A\u202E{{new string('x', 38)}}…", found '}'""");

    [Fact]
    public void Each_mistake_of_a_file_is_reported_once() => AssertMarkedErrors(
        """
        {
          "a": { "x": 1 "y": 2 },
          "b": { "x": "\q", "y": 2 },
          "c": { x: 1, "y": [1, 2,] },
          "d": 'no',
          "e": 012
        }
        """,
        "\"y\": expected ',' or '}' after the value of \"x\", found a string; a comma is missing",
        $@"\q: {NoEscape}",
        "x: a name must be in double quotes",
        ",: a comma is not allowed after the last element; delete it",
        "'no': a string must be in double quotes ('\"'), found '''",
        "012: a number must not start with 0, unless it is 0 or a '.' follows");

    [Fact]
    public void A_string_that_swallows_its_line_is_one_error() => AssertMarkedErrors(
        """
        {
          "a: 1,
          "b": "two,
          "c": 3
        }
        """,
        "\"a: 1,: the string has no closing '\"' on its line",
        "\"two,: the string has no closing '\"' on its line");


    [Fact]
    public void Quotes_within_a_string_give_one_error() => AssertMarkedErrors(
        """
        {
          "title": "the "big" one",
          "other": 1
        }
        """,
        "big: expected ',' or '}' after the value of \"title\", found text without quotes");

    [Fact]
    public void A_closing_bracket_of_the_wrong_kind_ends_no_more_than_it_must()
    {
        AssertErrors("""[{"a": [1}, {"b" 2}]""",
            "9+1: expected ',' or ']' after the item, found '}'",
            """17+1: expected ':' after the name "b", found a number""");
        AssertErrors("[[1}, 2]]", "3+1: expected ',' or ']' after the item, found '}'");
        AssertErrors("[1}", "2+1: expected ',' or ']' after the item, found '}'");
    }

    [Fact]
    public void Reading_goes_on_at_the_next_line_after_an_unreadable_one() => AssertMarkedErrors(
        """
        {
          "a": hello world
          "b": 1,
          "c"
          "d": [ 2, = 3
            4 ],
          "e": 05
        }
        """,
        "hello: text must be in double quotes",
        "\"d\": expected ':' after the name \"c\", found a string",
        "=: expected a value, found '='",
        "05: a number must not start with 0, unless it is 0 or a '.' follows");

    [Fact]
    public void No_error_shows_the_text_of_a_value()
    {
        foreach (string text in (string[])["{\"a\": 1 \"hunter2\"}", "{\"a\": hunter2}", "{\"a\" hunter2}", "[\"hunter2\\q]", "['hunter2']"])
        {
            IReadOnlyList<JsonError> errors = JsonReader.Read(text).Errors;
            Assert.NotEmpty(errors);
            Assert.All(errors, error => Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal));
        }
    }

    private static void AssertErrors(string text, params string[] expected) => Assert.Equal(
        expected,
        JsonReader.Read(text).Errors.Select(error => $"{error.Span.Start}+{error.Span.Length}: {error.Message}"));

    /// <summary>Like the other, with the marked text in place of the numbers.</summary>
    private static void AssertMarkedErrors(string text, params string[] expected) => Assert.Equal(
        expected,
        JsonReader.Read(text).Errors.Select(error => $"{text.Substring(error.Span.Start, error.Span.Length)}: {error.Message}"));
}
