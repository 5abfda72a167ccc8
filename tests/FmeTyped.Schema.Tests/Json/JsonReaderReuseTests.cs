using CsCheck;
using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Tests.Json;

/// <summary>A reader that reads several texts reads each of them as if it were the only one.</summary>
public class JsonReaderReuseTests
{
    [Fact]
    public void Each_of_several_texts_is_read_as_if_it_were_the_only_one() => JsonDocumentGen.Text.Array[2, 5].Sample(
        texts =>
        {
            var reader = new JsonReader();
            foreach (string text in texts)
            {
                // Behind the text is what a longer text left there.
                JsonReadResult read = reader.ReadNext((text + "*/}]\uDC00").ToCharArray(), text.Length);

                JsonReadResult alone = JsonReader.Read(text);
                Assert.Equal(alone.Errors, read.Errors);
                Assert.Equal(Describe(alone.Root), Describe(read.Root));
            }
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void A_text_ends_where_it_ends_whatever_is_behind_it()
    {
        // No attributes, which cannot hold half a character.
        (string Text, string Behind)[] cases =
        [
            ("[1, /", "* 2 */ ]"), ("[1] /* 2", "*/"), ("12", "34"), ("+", "1"), ("tru", "e"),
            ("\"a\uD83D", "\uDE00\""), ("\uD83D", "\uDE00"), ("\"\\ud83d", "\\ude00\""), ("\"\\u00", "41\""),
        ];
        Assert.All(cases, one =>
        {
            JsonReadResult read = new JsonReader().ReadNext((one.Text + one.Behind).ToCharArray(), one.Text.Length);

            JsonReadResult alone = JsonReader.Read(one.Text);
            Assert.Equal(alone.Errors, read.Errors);
            Assert.Equal(Describe(alone.Root), Describe(read.Root));
        });
    }

    [Fact]
    public void An_object_of_many_members_is_searched_anew_in_the_next_text()
    {
        var reader = new JsonReader();

        Assert.Equal("5", NumberAt("M5", reader, "M"));
        Assert.Null(NumberAt("M5", reader, "N"));
        Assert.Equal("5", NumberAt("N5", reader, "N"));
    }

    private static string? NumberAt(string name, JsonReader reader, string prefix)
    {
        char[] text = $"{{{string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"{prefix}{number}\":{number}"))}}}".ToCharArray();
        var root = Assert.IsType<JsonObject>(reader.ReadNext(text, text.Length).Root);
        return (root.Find(name)?.Value as JsonNumber)?.Text;
    }

    private static string Describe(JsonNode? node) => node switch
    {
        null => "",
        JsonObject record => $"{record.Span}{{{string.Join(',', record.Members.Select(member => $"{member.Name}{member.NameSpan}{Describe(member.Value)}"))}}}",
        JsonArray array => $"{array.Span}[{string.Join(',', array.Items.Select(Describe))}]",
        _ => $"{node.Span}{JsonNodeText.From(node)}",
    };
}
