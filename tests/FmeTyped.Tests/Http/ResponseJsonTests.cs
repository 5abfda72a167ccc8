using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace FmeTyped.Tests.Http;

public sealed partial class ResponseJsonTests
{
    [Theory]
    [InlineData("""ä\u00e4\n\\""", "ää\n\\")]
    [InlineData("""\ud83d\ude00""", "\ud83d\ude00")]
    [InlineData("""\uD83D\uDE00""", "\ud83d\ude00")]
    [InlineData("""a\ud83db""", "a\uFFFDb")]
    [InlineData("""a\ude00b""", "a\uFFFDb")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD\ud83d\ude00")]
    [InlineData("""\ude00\ud83d""", "\uFFFD\uFFFD")]
    [InlineData("""\ud83d\u0041\ud83d""", "\uFFFDA\uFFFD")]
    [InlineData("""\ud83d\n""", "\uFFFD\n")]
    [InlineData("""\\ud83d""", "\\ud83d")]
    [InlineData("""\\\ud83d\\""", "\\\uFFFD\\")]
    public void Half_a_character_is_shown_as_such_and_the_rest_stays(string escaped, string read)
    {
        using JsonDocument document = ResponseJson.Parse(Encoding.UTF8.GetBytes($$"""{"{{escaped}}":"{{escaped}}"}"""));

        JsonProperty member = Assert.Single(document.RootElement.EnumerateObject());
        Assert.Equal((read, read), (member.Name, member.Value.GetString()));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_shown_as_such_and_the_rest_stays()
    {
        using JsonDocument document = ResponseJson.Parse((byte[])[.. "{\"a"u8, 0xC3, .. "\":\"b"u8, 0xFF, 0xED, 0xA0, 0xBD, .. "\"}"u8]);

        JsonProperty member = Assert.Single(document.RootElement.EnumerateObject());
        Assert.Equal("a\uFFFD", member.Name);
        Assert.Matches("^b\uFFFD+$", member.Value.GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\"\\u\"")]
    [InlineData("\"\\ud83")]
    [InlineData("\"\\ud83d\\")]
    [InlineData("\"\\ud8zz\"")]
    [InlineData("\\")]
    public void What_is_no_JSON_is_told_as_such(string text) => Assert.ThrowsAny<JsonException>(() => ResponseJson.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Whatever_is_parsed_can_be_read()
    {
        Gen<byte[]> piece = Gen.OneOf(
            Gen.Byte.Select(one => one is (byte)'"' or (byte)'\\' or < 0x20 ? "a"u8.ToArray() : [one]),
            Gen.OneOfConst("\\ud83d"u8.ToArray(), "\\uDE00"u8.ToArray(), "\\n"u8.ToArray(), "\\\\"u8.ToArray(), "\\u00e4"u8.ToArray(), "id"u8.ToArray()));
        Gen<byte[]> text = piece.Array[0, 6].Select(pieces => pieces.SelectMany(one => one).ToArray());
        Gen.Select(text, text).Sample((name, value) =>
        {
            using JsonDocument document = ResponseJson.Parse((byte[])[.. "{\""u8, .. name, .. "\":\""u8, .. value, .. "\",\"id\":1}"u8]);
            JsonElement json = document.RootElement;
            _ = json.GetText("id"u8) ?? json.GetRawText();
            _ = json.GetTime("id"u8);
            _ = json.GetInteger("id"u8);
            foreach (JsonProperty member in json.EnumerateObject())
            {
                _ = $"{member.Name}: {member.Value}";
            }
        });
    }

    // A response that is parsed elsewhere can hold texts that throw when they are read.
    [Fact]
    public void Responses_become_JSON_in_one_place_only()
    {
        string source = Repository.PathOf("src", "FmeTyped");
        IEnumerable<string> parsing =
            from path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(source, path).Replace('\\', '/')
            where !name.StartsWith("obj/", StringComparison.Ordinal)
                && !name.StartsWith("bin/", StringComparison.Ordinal)
                && Parsing().IsMatch(File.ReadAllText(path))
            orderby name
            select name;

        // The others read what is the user's: a journal, a handle, requests and values.
        Assert.Equal(
            [
                "Batches/JournalLines.cs",
                "Generated/FmeParameterReader.cs",
                "Http/ResponseJson.cs",
                "Jobs/FmeJobHandle.cs",
                "Requests/FmeRequestJsonConverter.cs",
                "Values/FmeGeometryText.cs",
                "Values/FmeTextJsonConverter.cs",
            ],
            parsing);
    }

    [GeneratedRegex(@"Json(Document|Element)\.(Try)?Parse|JsonNode\.Parse|new Utf8JsonReader|JsonSerializer\.Deserialize|ReadFromJson|ReadAsStringAsync")]
    private static partial Regex Parsing();
}
