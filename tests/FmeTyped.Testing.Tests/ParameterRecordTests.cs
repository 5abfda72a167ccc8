using System.Text.Json;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Testing.Tests;

/// <summary>Whichever version the records of a schema file are of, both versions answer the same parameters.</summary>
public sealed class ParameterRecordTests
{
    public static TheoryData<string> RecordedFiles =>
    [
        .. Directory.EnumerateFiles(Corpus.PathOf("rest", "v3"), "parameter*.json")
            .Concat(Directory.EnumerateFiles(Corpus.PathOf("rest", "v4"), "form-definition-*.json"))
            .Select(path => Path.GetRelativePath(Corpus.PathOf("rest"), path)),
    ];

    /// <summary>Every kind of parameter, in each version's words.</summary>
    public static TheoryData<string> Records =>
    [
        """{"name":"P","type":"TEXT","model":"string","description":"What","optional":true,"defaultValue":"x"}""",
        """{"name":"P","type":"FEATURE_TYPES","model":"list","description":"","optional":false}""",
        """
        {"name":"P","type":"INTEGER","model":"string","description":"","optional":false,
         "defaultValue":"7","minimum":1,"maximum":9,"maximumExclusive":true}
        """,
        """{"name":"P","type":"FLOAT","model":"string","description":"","optional":false,"minimum":-0.5,"minimumExclusive":true,"decimalPrecision":2}""",
        """{"name":"P","type":"RANGE_SLIDER","model":"string","description":"","optional":false,"decimalPrecision":0}""",
        """
        {"name":"P","type":"CHOICE","model":"string","description":"","optional":false,"defaultValue":"Yes",
         "listOptions":[{"caption":"Yes","value":"Yes"},{"caption":"No","value":"No"}]}
        """,
        """
        {"name":"P","type":"LOOKUP_LISTBOX","model":"list","description":"","optional":true,"defaultValue":["a b","c"],
         "listOptions":[{"caption":"A","value":"a b"},{"caption":"A","value":"c"}]}
        """,
        """{"name":"P","type":"STRING_OR_CHOICE","model":"string","description":"","optional":true,"listOptions":[{"caption":"A","value":"a"}]}""",
        """{"name":"P","type":"COORDSYS","model":"string","description":"","optional":true}""",
        """{"name":"P","type":"FILENAME","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"FILENAME_MUSTEXIST","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"MULTIFILE","model":"list","description":"","optional":false,"defaultValue":["$(FME_MF_DIR)/a b.shp","$(FME_MF_DIR)/c.shp"]}""",
        """{"name":"P","type":"DIRNAME","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"MULTIDIR","model":"list","description":"","optional":false}""",
        """{"name":"P","type":"DATE","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"DATETIME","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"PASSWORD","model":"string","description":"","optional":false,"defaultWithheld":true}""",
        """{"name":"P","type":"COLOR_PICK","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"GEOMETRY","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"NAMED_CONNECTION","model":"string","description":"","optional":false}""",
        """{"name":"P","type":"checkbox","prompt":"On?","required":true,"defaultValue":"No"}""",
        """
        {"name":"P","type":"listbox","prompt":"","valueType":"stringEncoded","defaultValue":"a<space>b c",
         "choiceSettings":{"choiceSet":"userDefined","choices":[{"display":"AB","value":"a b"},{"display":"C","value":"c"}]}}
        """,
        """{"name":"P","type":"datetime","format":"time","prompt":""}""",
        """{"name":"P","type":"file","itemsToSelect":"folders","accessMode":"write","selectMultiple":true,"prompt":""}""",
        """{"name":"P","type":"geometry","geometryEncoding":"geoJSON","prompt":""}""",
        """
        {"name":"G","type":"group","prompt":"More",
         "parameters":[{"name":"P","type":"number","prompt":"","multipleOf":0.01},{"name":"Q","type":"text","prompt":"","required":false}]}
        """,
        """{"name":"P","type":"dropdown","prompt":"","choiceSettings":{"choiceSet":"webConnections"}}""",
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_record_means_the_same_in_both_versions(string record) => await AssertSameAsync($"[{record}]");

    [CorpusTheory]
    [MemberData(nameof(RecordedFiles))]
    public async Task Recorded_parameters_mean_the_same_in_both_versions(string file) => await AssertSameAsync(Corpus.Read("rest", file));

    [Fact]
    public async Task Records_of_the_version_that_asks_are_answered_as_they_stand()
    {
        const string OfV4 = """{"name":"P","type":"text","prompt":"What","editor":"url","required":false}""";
        const string OfV3 = """{"name":"Q","type":"TEXT_EDIT","model":"string","description":"","optional":true,"odd":[1]}""";
        (JsonElement v3, JsonElement v4) = await AskAsync($"[{OfV4},{OfV3}]");
        Assert.Equal(["TEXT", "TEXT_EDIT"], v3.EnumerateArray().Select(record => record.GetProperty("type").GetString()));
        Assert.Equal(["text", "text"], v4.EnumerateArray().Select(record => record.GetProperty("type").GetString()));
        Assert.Equal(OfV4, v4[0].GetRawText());
        Assert.Equal(OfV3, v3[1].GetRawText());
    }

    [Fact]
    public async Task A_record_keeps_every_key_and_value()
    {
        const string Record = """
            {"name":"G","type":"group","prompt":"Größe","style":"Checkable","defaultValue":"NO","collapse":{"if":[],"default":true},"parameters":[
              {"name":"P","type":"number","prompt":"","required":true,"minimum":0.50,"showSlider":null,"unknown":[{"a":1e2}],"visibility":false}]}
            """;
        (_, JsonElement v4) = await AskAsync($"[{Record}]");
        using JsonDocument expected = JsonDocument.Parse(Record);
        JsonAssert.Equal(expected.RootElement, v4[0]);
        Assert.Contains("0.50", v4[0].GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>The vendor's pages have the defaults: required true, format datetime, colorSpace rgb, geometryEncoding geoJSON and so on.</summary>
    [Theory]
    [InlineData(
        """{"name":"P","type":"TEXT","model":"string","description":"What","optional":false,"defaultValue":"x"}""",
        """{"type":"text","name":"P","prompt":"What","defaultValue":"x"}""")]
    [InlineData(
        """{"name":"P","type":"INTEGER","model":"string","description":"","optional":true,"minimum":1,"minimumExclusive":false}""",
        """{"type":"number","multipleOf":1,"name":"P","prompt":"","required":false,"minimum":1}""")]
    [InlineData(
        """{"name":"P","type":"DATETIME","model":"string","description":"","optional":false}""", """{"type":"datetime","name":"P","prompt":""}""")]
    [InlineData(
        """{"name":"P","type":"DATE","model":"string","description":"","optional":false}""", """{"type":"datetime","format":"date","name":"P","prompt":""}""")]
    [InlineData(
        """{"name":"P","type":"TIME","model":"string","description":"","optional":false}""", """{"type":"text","name":"P","prompt":""}""")]
    [InlineData(
        """{"name":"P","type":"COLOR_PICK","model":"string","description":"","optional":false}""",
        """{"type":"color","componentValueType":"float","name":"P","prompt":""}""")]
    [InlineData(
        """{"name":"P","type":"GEOMETRY","model":"string","description":"","optional":false}""", """{"type":"geometry","name":"P","prompt":""}""")]
    [InlineData(
        """{"name":"P","type":"LOOKUP_CHOICE","model":"string","description":"","optional":false,"listOptions":[{"caption":"A","value":"a"}]}""",
        """{"type":"dropdown","choiceSettings":{"choices":[{"display":"A","value":"a"}]},"name":"P","prompt":""}""")]
    [InlineData(
        """{"name":"P","type":"MULTIFILE","model":"list","description":"","optional":false}""",
        """{"type":"file","itemsToSelect":"files","accessMode":"read","selectMultiple":true,"name":"P","prompt":""}""")]
    public async Task What_has_the_vendors_default_is_left_out(string v3, string v4) => Assert.Equal(v4, (await AskAsync($"[{v3}]")).V4[0].GetRawText());

    [Fact]
    public async Task What_a_team_chose_for_its_CSharp_is_not_the_servers()
    {
        await using Flow flow = await StartAsync(
            """[{"name":"P","type":"TEXT","model":"string","description":"","optional":true}]""", """{"parameters":{"P":{"type":"date"}}}""");
        Assert.Equal("text", (await flow.GetAsync("/fmeapiv4/workspaces/R/w.fmw/parameters"))[0].GetProperty("type").GetString());
    }

    private static async Task AssertSameAsync(string records)
    {
        (JsonElement v3, JsonElement v4) = await AskAsync(records);
        Assert.NotEqual(0, v3.GetArrayLength());
        Assert.Equal(Read(v3.GetRawText(), Both), Read(v4.GetRawText(), Both));

        // Nothing that both can say was lost on the way from the file.
        Assert.Equal(Read(records, Both), Read(v4.GetRawText(), Both));
    }

    // What the types are called differs; group, visibility, the form and kinds of geometries, how a form asks, and remarks have no place in v3, and
    // neither has a date-time that says it has both parts.
    private static Parameter Both(Parameter parameter) => parameter with
    {
        Type = "",
        Group = "",
        Visibility = null,
        GeometryEncoding = "",
        DateTimeFormat = DateTimeFormat.Open,
        GeometryTypes = default,
        Hints = FormHints.None,
        Remarks = default,
        DateTimeForm = parameter.DateTimeForm == DateTimeForm.DateTime ? DateTimeForm.Any : parameter.DateTimeForm,
    };

    private static Parameter[] Read(string json, Func<Parameter, Parameter> normalize) =>
        [.. ((IEnumerable<Parameter>)ParameterRecords.Read(JsonReader.Read(json).Root!, new ReadingContext())).Select(normalize)];

    private static async Task<(JsonElement V3, JsonElement V4)> AskAsync(string records)
    {
        await using Flow flow = await StartAsync(records);
        return (await flow.GetAsync("repositories/R/items/w.fmw/parameters"), await flow.GetAsync("/fmeapiv4/workspaces/R/w.fmw/parameters"));
    }

    private static Task<Flow> StartAsync(string parameters, string csharp = "{}") => Flow.StartAsync(new FmeFlowEmulatorOptions
    {
        SchemaJson = $$"""{"format":1,"workspaces":[{"repository":"R","workspace":"w.fmw","parameters":{{parameters}},"csharp":{{csharp}}}]}""",
        Token = Flow.Token,
    });
}
