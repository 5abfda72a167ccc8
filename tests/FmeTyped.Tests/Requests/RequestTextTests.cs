using System.Globalization;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

/// <summary>What a request shows of itself in a log or a debugger.</summary>
public sealed class RequestTextTests
{
    [Fact]
    public void Unset_is_left_out_and_blank_is_shown()
    {
        Assert.Equal("Survey { }", new Survey().ToString());
        Assert.Equal(
            """Survey { TITLE = "", LAYERS = [], COUNT = "", MODE = "", START = "", FILL = "", AREA = "" }""",
            new Survey
            {
                Title = "",
                Layers = [],
                Count = FmeBlank.Value,
                Mode = FmeBlank.Value,
                Start = FmeBlank.Value,
                Fill = FmeBlank.Value,
                Area = FmeBlank.Value,
            }.ToString());
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Values_look_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(
                """
                Survey { TITLE = "B 27", LAYERS = ["roads", "rails"], COUNT = -1200, RATIO = 0.5, MODE = "deep scan", MODES = ["fast", "deep scan"], CLIP = "NO", START = "20260131143000", DAY = "20260131", FILL = "255,0,0" }
                """,
                new Survey
                {
                    Title = "B 27",
                    Layers = ["roads", "rails"],
                    Count = -1200,
                    Ratio = 0.5,
                    Mode = Mode.DeepScan,
                    Modes = [Mode.Fast, Mode.DeepScan],
                    Clip = false,
                    Start = new DateTime(2026, 1, 31, 14, 30, 0, DateTimeKind.Unspecified),
                    Day = new DateOnly(2026, 1, 31),
                    Fill = FmeColor.FromRgb(255, 0, 0),
                }.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Secrets_are_masked_in_urls_too() =>
        Assert.Equal(
            """Survey { SOURCE = "https://example.com/a.gml", SOURCES = ["https://example.com/b.gml", "c.gml"], PASSWORD = "***" }""",
            new Survey
            {
                Source = FmeFile.FromUrl(new Uri("https://user:hush@example.com/a.gml?sig=hush")),
                Sources = [FmeFile.FromUrl(new Uri("https://example.com/b.gml?sig=hush")), FmeFile.FromPath("hidden/c.gml")],
                Password = "hush",
            }.ToString());

    [Fact]
    public void A_text_stays_on_one_line_and_ends_where_its_quote_ends() =>
        Assert.Equal("""Survey { TITLE = "a\"\\\nß" }""", new Survey { Title = "a\"\\\nß" }.ToString());

    [Fact]
    public void A_value_that_cannot_be_sent_is_shown_as_it_is() =>
        Assert.Equal(
            """Survey { RATIO = NaN, MODE = 7 (no option), MODES = [7 (no option)], AREA = "POINT (1 2)" }""",
            new Survey { Ratio = double.NaN, Mode = (Mode)7, Modes = [(Mode)7], Area = FmeGeometry.FromWkt("POINT (1 2)") }.ToString());

    [Fact]
    public void A_request_without_a_generated_type_shows_its_workspace()
    {
        var title = new FmeParameterDescriptor("TITLE", FmeParameterKind.Text);
        var workspace = new FmeWorkspaceDescriptor("Samples", "survey.fmw") { Parameters = [title] };

        Assert.Equal("Samples/survey.fmw { TITLE = \"x\" }", TextOf(("TITLE", "x")));
        Assert.Equal("Samples/survey.fmw { }", TextOf());

        string TextOf(params (string Name, FmeParameterValue Value)[] values)
        {
            var reader = new FmeParameterReader(values.ToDictionary(value => value.Name, value => value.Value));
            Assert.True(FmeRequestReading.TryRead(workspace, reader, out IFmeRequest? request, out _));
            return request.ToString()!;
        }
    }
}
