using Nodes = System.Text.Json.Nodes;
using FmeTyped.Schema.Json;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.Tests.Json;

public class JsonTextTests
{
    [Theory]
    [InlineData("""{"a":[],"b":{},"c":[1,2.50,-1e9],"d":[{"x":null,"y":true}],"e":[[1],[2]],"f":{"g":{"h":"i"}}}""")]
    [InlineData("""["\"\\\n\r\t\u0000\u001f\u007f\u2028\u200b é 漢 😀"]""")]
    [InlineData("\"text\"")]
    public void The_text_reads_back_as_what_it_was_made_of(string json)
    {
        string text = JsonText.From(JsonReader.Read(json).Root!);

        Assert.Equal(Nodes.JsonNode.Parse(json)!.ToJsonString(), Nodes.JsonNode.Parse(text)!.ToJsonString());
        Assert.Empty(JsonReader.Read(text).Errors);
        Assert.Equal(text, JsonText.From(JsonReader.Read(text).Root!));
    }

    [Fact]
    public void Letters_of_all_languages_stay_and_half_a_character_is_escaped()
    {
        Assert.Equal("[\"Höhe 漢 😀 \\ud83d\\u200b\"]\n", JsonText.From(new JsonArray(default, [JsonEdit.Text("Höhe 漢 😀 \ud83d\u200b")])));
    }

    [Fact]
    public void Options_stand_on_a_line_each_and_long_lists_on_several()
    {
        string longText = new('x', 120);
        string text =
            JsonText.From(JsonReader.Read($$"""{ "options": [{ "caption": "A", "value": "a" }], "list": ["a", "b"], "long": ["{{longText}}", "b"] }""").Root!);

        Assert.Equal($$"""
            {
              "options": [
                { "caption": "A", "value": "a" }
              ],
              "list": ["a", "b"],
              "long": [
                "{{longText}}",
                "b"
              ]
            }

            """.ReplaceLineEndings("\n"), text);
    }
}
