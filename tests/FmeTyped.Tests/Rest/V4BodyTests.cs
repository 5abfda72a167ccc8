using System.Buffers;
using System.Text;
using System.Text.Json;
using FmeTyped.Tests.Sample;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Rest;

public sealed class V4BodyTests
{
    [Fact]
    public void The_articles_example_becomes_a_map() =>
        Assert.Equal(
            """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"THEMES":["airports","cenart"],"MAXY":"42"},"directives":"""
                + """{"fmetypedCorrelationKey":"key"}}""",
            Body(new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 }));

    [Fact]
    public void Every_kind_is_written_as_text_or_as_a_list_of_texts()
    {
        var request = new EveryKind
        {
            Title = "Zwölf \"Boote\"",
            Files = ["a b.gml", ""],
            Count = -7,
            Level = 3,
            Share = 1e-7,
            Notify = false,
            Compress = true,
            Grade = EveryKind.GradeOption.Second,
        };

        Assert.Equal(
            [
                ("TITLE", "\"Zwölf \"Boote\"\""),
                ("SourceDataset_\"GML\"", "[\"a b.gml\",\"\"]"),
                ("COUNT", "\"-7\""),
                ("LEVEL", "\"3\""),
                ("SHARE", "\"0.0000001\""),
                ("NOTIFY", "\"No\""),
                ("COMPRESS", "\"true\""),
                ("GRADE", "\"2<nd>\""),
            ],
            Parameters(request));
    }

    [Fact]
    public void Blank_is_sent_empty_and_unset_is_not_sent()
    {
        var request = new EveryKind { Title = "", Files = [], Count = FmeBlank.Value, Grade = FmeBlank.Value };

        Assert.Equal([("TITLE", "\"\""), ("SourceDataset_\"GML\"", "[]"), ("COUNT", "\"\""), ("GRADE", "\"\"")], Parameters(request));
    }

    [Fact]
    public void Nothing_set_is_an_empty_map() => Assert.Empty(Parameters(new AustinDownload()));

    private static IEnumerable<(string Name, string Value)> Parameters(IFmeRequest request)
    {
        using JsonDocument body = JsonDocument.Parse(Body(request));
        return [.. body.RootElement.GetProperty("publishedParameters").EnumerateObject().Select(member => (member.Name, Plain(member.Value)))];
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? $"[{string.Join(',', value.EnumerateArray().Select(Plain))}]"
        : $"\"{value.GetString()}\"";

    private static string Body(IFmeRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        V4Body.Write(
            json, new Submission(request, request.Descriptor.Repository, request.Descriptor.Workspace, new FmeRunOptions()) { CorrelationKey = "key" });
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
