using System.Buffers;
using System.Text;
using System.Text.Json;
using FmeTyped.Tests.Sample;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Rest;

public sealed class V3ParameterWriterTests
{
    [Fact]
    public void The_articles_example_is_written_byte_for_byte()
    {
        var order = new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 };

        Assert.Equal(
            """{"publishedParameters":[{"name":"THEMES","value":["airports","cenart"]},{"name":"MAXY","value":"42"}],"NMDirectives":{"directives":["""
                + """{"name":"fmetypedCorrelationKey","value":"key"}]}}""",
            Body(order));
    }

    [CorpusFact]
    public void The_articles_example_holds_the_entries_of_the_recorded_body()
    {
        using JsonDocument recorded = JsonDocument.Parse(Corpus.Read("rest", "v3", "submit-request-body.json"));
        using JsonDocument written = JsonDocument.Parse(Body(new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 }));

        Assert.Equal(Entries(recorded), Entries(written));
    }

    [Fact]
    public void Nothing_set_sends_no_entry() => Assert.Equal(
        """{"publishedParameters":[],"NMDirectives":{"directives":[{"name":"fmetypedCorrelationKey","value":"key"}]}}""", Body(new AustinDownload()));

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

        using JsonDocument body = JsonDocument.Parse(Body(request));
        Assert.Equal(
            [
                """TITLE="Zwölf \"Boote\"" """.Trim(),
                """SourceDataset_"GML"=["a b.gml",""]""",
                "COUNT=\"-7\"",
                "LEVEL=\"3\"",
                "SHARE=\"0.0000001\"",
                "NOTIFY=\"No\"",
                "COMPRESS=\"true\"",
                "GRADE=\"2<nd>\"",
            ],
            body.RootElement.GetProperty("publishedParameters")
                .EnumerateArray()
                .Select(entry => $"{entry.GetProperty("name").GetString()}={Plain(entry.GetProperty("value"))}"));
    }

    [Fact]
    public void Blank_is_sent_empty_and_unset_is_not_sent()
    {
        var request = new EveryKind
        {
            Title = "",
            Files = [],
            Count = FmeBlank.Value,
            Share = FmeBlank.Value,
            Compress = FmeBlank.Value,
            Grade = FmeBlank.Value,
        };

        using JsonDocument body = JsonDocument.Parse(Body(request));
        Assert.Equal(
            ["TITLE=\"\"", "SourceDataset_\"GML\"=[]", "COUNT=\"\"", "SHARE=\"\"", "COMPRESS=\"\"", "GRADE=\"\""],
            body.RootElement.GetProperty("publishedParameters")
                .EnumerateArray()
                .Select(entry => $"{entry.GetProperty("name").GetString()}={Plain(entry.GetProperty("value"))}"));
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var buffer = new PreallocatedBuffer();
        using var json = new Utf8JsonWriter(buffer);
        var writer = new V3ParameterWriter(json);
        var order = new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Coordsys = CoordsysOption.LL84, Minx = -97.75, Maxy = 42 };
        Write();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Write();
        long after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);

        void Write()
        {
            buffer.Clear();
            json.Reset();
            json.WriteStartArray();
            writer.WriteParameters(order);
            json.WriteEndArray();
            json.Flush();
        }
    }

    private static string Body(IFmeRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        V3Body.Write(json, new Submission(request, "r", "w", new FmeRunOptions()) { CorrelationKey = "key" });
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? $"[{string.Join(',', value.EnumerateArray().Select(Plain))}]"
        : $"\"{value.GetString()!.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<string> Entries(JsonDocument body) =>
        body.RootElement.GetProperty("publishedParameters").EnumerateArray()
            .Select(entry => JsonSerializer.Serialize(entry))
            .Order(StringComparer.Ordinal);

    private sealed class PreallocatedBuffer : IBufferWriter<byte>
    {
        private readonly byte[] _bytes = new byte[4096];
        private int _written;

        public void Clear() => _written = 0;

        public void Advance(int count) => _written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.AsMemory(_written);

        public Span<byte> GetSpan(int sizeHint = 0) => _bytes.AsSpan(_written);
    }
}
