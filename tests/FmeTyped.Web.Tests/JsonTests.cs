using System.Text.Json;
using System.Text.Json.Serialization;
using Bindings;
using Bindings.Fme.Planning;
using FmeTyped.Metadata;
using static Bindings.Fme.Planning.Survey;

namespace FmeTyped.Web.Tests;

/// <summary>Generated requests as JSON, by reflection and by the source generator of System.Text.Json.</summary>
public class JsonTests
{
    private static readonly JsonSerializerOptions Reflection = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions SourceGenerated = new(JsonSerializerDefaults.Web) { TypeInfoResolver = SurveyJson.Default };

    private static readonly JsonSerializerOptions InPieces = new() { DefaultBufferSize = 1 };
    private static readonly JsonSerializerOptions Strict = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static TheoryData<bool> Ways => [true, false];

    [Theory, MemberData(nameof(Ways))]
    public void A_request_is_read_by_wire_names(bool sourceGenerated)
    {
        Survey survey = Read(
            """
            {
              "THEMES": ["airports", "roads, all"], "PAPER": "25", "MODE": "good", "STYLE": "blue", "OWNERS": "No", "FLAG": false,
              "SHEETS": 4, "MAXY": "42.5", "SHARE": 0.25, "TITLE": "Plan", "LAYERS": ["a"], "CRS": "LL84", "CONN": "Parcels",
              "SOURCE": "$(FME_SHAREDRESOURCE_DATA)/a.gml", "SOURCES": ["b.gml"], "TARGET": "out", "DAY": "2026-11-23",
              "DB_PASSWORD": "hush", "TINT": "#ff0000", "REGION": { "type": "Point", "coordinates": [1, 2] },
              "FRAME": "{\"Width\":1,\"Height\":2}", "UNKNOWN": { "is": ["passed", "over"] }
            }
            """, sourceGenerated);

        Assert.Equal(Full() with { Region = FmeGeometry.FromGeoJson("""{ "type": "Point", "coordinates": [1, 2] }""") }, survey);
    }

    [Theory, MemberData(nameof(Ways))]
    public void What_is_written_reads_back_equal_but_for_the_secret(bool sourceGenerated)
    {
        string json = Write(Full(), sourceGenerated);

        Assert.Equal(Full() with { DbPassword = null }, Read(json, sourceGenerated));
    }

    [Theory, MemberData(nameof(Ways))]
    public void Values_are_written_as_json_has_them_and_secrets_as_a_mask(bool sourceGenerated) => Assert.Equal(
        """
        {"THEMES":["airports","roads, all"],"PAPER":"25","MODE":"good","STYLE":"blue","OWNERS":false,"FLAG":false,"SHEETS":4,"MAXY":42.5,"SHARE":0.25,"TITLE":"Plan","LAYERS":["a"],"CRS":"LL84","CONN":"Parcels","SOURCE":"$(FME_SHAREDRESOURCE_DATA)/a.gml","SOURCES":["b.gml"],"TARGET":"out","DAY":"20261123","DB_PASSWORD":"***","TINT":"255,0,0","REGION":"POINT","FRAME":"{\u0022Width\u0022:1,\u0022Height\u0022:2}"}
        """,
        Write(Full() with { Region = FmeGeometry.FromText("POINT") }, sourceGenerated));

    [Theory, MemberData(nameof(Ways))]
    public void Unset_is_absent_or_null_and_is_not_written(bool sourceGenerated)
    {
        var unset = new Survey { Themes = [ThemesOption.Airports], Share = 1 };

        Assert.Equal(
            unset,
            Read("""{ "THEMES": ["airports"], "SHARE": 1, "SHEETS": null, "TITLE": null, "LAYERS": null, "FLAG": null, "DAY": null }""", sourceGenerated));
        Assert.Equal("""{"THEMES":["airports"],"SHARE":1}""", Write(unset, sourceGenerated));
    }

    [Fact]
    public void A_name_given_twice_counts_with_the_last()
    {
        Survey read = Read("""{ "THEMES": ["airports"], "SHARE": 1, "TITLE": "a", "TITLE": "b", "CRS": "LL84", "CRS": null }""", sourceGenerated: false);

        Assert.Equal(new Survey { Themes = [ThemesOption.Airports], Share = 1, Title = "b" }, read);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Blank_is_empty_text_or_an_empty_list(bool sourceGenerated)
    {
        const string Json = """{"THEMES":["airports"],"MODE":"","FLAG":"","SHEETS":"","SHARE":1,"TITLE":"","LAYERS":[],"CRS":"","DAY":"","TINT":""}""";
        var blank = new Survey
        {
            Themes = [ThemesOption.Airports],
            Mode = FmeBlank.Value,
            Flag = FmeBlank.Value,
            Sheets = FmeBlank.Value,
            Share = 1,
            Title = "",
            Layers = [],
            Crs = FmeBlank.Value,
            Day = FmeBlank.Value,
            Tint = FmeBlank.Value,
        };

        Assert.Equal(blank, Read(Json, sourceGenerated));
        Assert.Equal(Json, Write(blank, sourceGenerated));
    }

    [Theory, MemberData(nameof(Ways))]
    public void An_option_can_have_an_empty_value(bool sourceGenerated) =>
        Assert.Equal("", Assert.IsType<FmeChoice>(Survey.Descriptor.GetChoice(
            Read("""{ "THEMES": ["airports"], "SHARE": 1, "PAPER": "" }""", sourceGenerated).Paper!.Value)).Value);

    [Theory, MemberData(nameof(Ways))]
    public void All_values_that_cannot_be_read_are_named_at_once(bool sourceGenerated)
    {
        var error = Assert.Throws<JsonException>(() => Read(
            """
            { "THEMES": ["airport"], "PAPER": 25, "MODE": "FAST", "OWNERS": 1, "FLAG": "maybe", "SHEETS": 1.5, "MAXY": 91, "SHARE": true, "TITLE": {},
              "LAYERS": [1], "DAY": "yesterday", "TINT": "red", "REGION": "here", "DB_PASSWORD": 4711 }
            """, sourceGenerated));

        IReadOnlyList<FmeValidationError> errors = Assert.IsType<FmeValidationException>(error.InnerException).Errors;
        Assert.Equal(
            [
                "PAPER: takes a text, not a number. Allowed: '', 'A4', '25'.",
                "OWNERS: takes true or false, not a number.",
                "SHARE: takes a number, not true or false.",
                "TITLE: takes a text, not an object.",
                "LAYERS: takes an array of texts, not an array with a number in it.",
                "DB_PASSWORD: takes a text, not a number.",
                "THEMES: 'airport' is not one of its options. Allowed: 'airports', 'roads, all'.",
                "MODE: 'FAST' is not one of its options. Allowed: 'fast', 'good'.",
                "FLAG: 'maybe' is not one of its options. Allowed: 'true', 'false'.",
                "SHEETS: takes a whole number; '1.5' is not one.",
                "DAY: 'yesterday' is not a date or time. A date looks like 20260131.",
                "TINT: 'red' is not a colour. A colour looks like 255,0,0 here, or like #ff0000.",
                "REGION: takes a geometry written as geoJSON, which this one is not and cannot be made. "
                + """GeoJSON is a JSON object with the type and members that RFC 7946 names, such as {"type":"Point","coordinates":[10,50]}.""",
                "MAXY: is 91; it has to be at most 90.",
            ],
            errors.Select(found => found.ToString()));
        Assert.All(errors, found => Assert.Contains(found.ToString(), error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("4711", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ways))]
    public void What_can_be_read_but_does_not_fit_is_left_to_validation(bool sourceGenerated) => Assert.Equal(
        ["THEMES", "SHEETS"],
        Read("""{ "SHARE": 1, "SHEETS": 10 }""", sourceGenerated).Validate().Select(problem => problem.Parameter));

    [Theory, MemberData(nameof(Ways))]
    public void Requests_can_stand_in_an_array(bool sourceGenerated) => Assert.Equal(
        [Full() with { DbPassword = null }, Full() with { DbPassword = null }],
        JsonSerializer.Deserialize<Survey[]>(JsonSerializer.Serialize(new[] { Full(), Full() }, Options(sourceGenerated)), Options(sourceGenerated))!);

    [Fact]
    public void A_body_that_is_no_object_is_refused()
    {
        var error = Assert.Throws<JsonException>(() => Read("[]", sourceGenerated: false));

        Assert.Equal("A request for Planning/survey.fmw is a JSON object of parameter names and values, not an array.", error.Message);
    }

    [Fact]
    public void Names_follow_the_options_of_the_serializer()
    {
        const string Json = """{ "themes": ["airports"], "SHARE": 1 }""";

        Assert.NotNull(JsonSerializer.Deserialize<Survey>(Json, Reflection)!.Themes);
        Assert.Null(JsonSerializer.Deserialize<Survey>(Json, JsonSerializerOptions.Default)!.Themes);
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Survey>(Json, Strict));
        Assert.Equal("Planning/survey.fmw publishes no parameter 'themes'.", error.Message);
    }

    [Fact]
    public async Task A_request_that_comes_in_pieces_is_read()
    {
        string json = Write(Full(), sourceGenerated: false);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{json},{json}]"));

        Survey[] read = (await JsonSerializer.DeserializeAsync<Survey[]>(stream, InPieces, TestContext.Current.CancellationToken))!;

        Assert.Equal([Full() with { DbPassword = null }, Full() with { DbPassword = null }], read);
    }

    [Fact]
    public void A_request_that_cannot_be_sent_cannot_be_written() =>
        Assert.Throws<InvalidOperationException>(() => Write(Full() with { Paper = default(PaperOption) }, sourceGenerated: false));

    [Theory, MemberData(nameof(Ways))]
    public void Options_and_values_in_a_model_of_the_app_are_text(bool sourceGenerated)
    {
        var wish = new Wish(
            PaperOption.A4,
            ThemesOption.RoadsAll,
            "blue",
            FmeCoordinateSystem.LL84,
            "Parcels",
            FmeFile.FromUrl(new Uri("https://example.com/a.zip?signature=1")),
            FmeFolder.OnServer("out"),
            new DateOnly(2026, 11, 23),
            "hush",
            FmeBlank.Value,
            FmeGeometry.FromWkt("POINT (1 2)"));

        string json = JsonSerializer.Serialize(wish, Options(sourceGenerated));

        Assert.Equal(
            """
            {"paper":"A4","theme":"roads, all","style":"blue","crs":"LL84","conn":"Parcels","source":"https://example.com/a.zip?signature=1","target":"out","day":"20261123","password":"***","tint":"","region":"POINT (1 2)"}
            """,
            json);
        Assert.Equal(wish with { Password = null }, JsonSerializer.Deserialize<Wish>(json, Options(sourceGenerated)));
    }

    [Theory, MemberData(nameof(Ways))]
    public void Text_that_is_no_such_value_is_refused_with_what_is_expected(bool sourceGenerated)
    {
        Assert.Equal(
            "'red' is not a colour. A colour looks like #8000ff, 128,0,255 or 0.5,0,1; 1,0,0 may be red or nearly black, so write #ff0000 or #010000.",
            Refused("""{ "paper": "A4", "tint": "red" }"""));
        Assert.Equal("The JSON of a FmeFile is a text.", Refused("""{ "paper": "A4", "source": 1 }"""));

        string Refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Wish>(json, Options(sourceGenerated))).Message;
    }

    [Theory, MemberData(nameof(Ways))]
    public void An_option_is_no_number_and_no_name_of_csharp(bool sourceGenerated)
    {
        Assert.Equal("An option of PAPER is a text. Allowed: '', 'A4', '25'.", Refused($$"""{ "paper": {{(int)PaperOption.A4}} }"""));
        Assert.Equal("THEMES: 'Airports' is not one of its options. Allowed: 'airports', 'roads, all'.", Refused("""{ "theme": "Airports" }"""));

        string Refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Wish>(json, Options(sourceGenerated))).Message;
    }

    private static Survey Full() => new()
    {
        Themes = [ThemesOption.Airports, ThemesOption.RoadsAll],
        Paper = PaperOption.Poster,
        Mode = ModeOption.Good,
        Style = "blue",
        Owners = false,
        Flag = false,
        Sheets = 4,
        Maxy = 42.5,
        Share = 0.25,
        Title = "Plan",
        Layers = ["a"],
        Crs = FmeCoordinateSystem.LL84,
        Conn = "Parcels",
        Source = FmeFile.OnServer("$(FME_SHAREDRESOURCE_DATA)/a.gml"),
        Sources = FmeFile.OnServer("b.gml"),
        Target = FmeFolder.OnServer("out"),
        Day = new DateOnly(2026, 11, 23),
        DbPassword = "hush",
        Tint = FmeColor.FromRgb(255, 0, 0),
        Region = FmeGeometry.FromGeoJson("""{"type":"Point","coordinates":[1,2]}"""),
        Frame = new Frame(1, 2),
    };

    private static JsonSerializerOptions Options(bool sourceGenerated) => sourceGenerated ? SourceGenerated : Reflection;

    private static Survey Read(string json, bool sourceGenerated) => JsonSerializer.Deserialize<Survey>(json, Options(sourceGenerated))!;

    private static string Write(Survey survey, bool sourceGenerated) => JsonSerializer.Serialize(survey, Options(sourceGenerated));
}
