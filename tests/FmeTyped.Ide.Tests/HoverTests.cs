namespace FmeTyped.Ide.Tests;

/// <summary>What a developer reads on hovering, of the workspaces in the repository's workspaces.json.</summary>
public class HoverTests
{
    private const string Before =
        """
        using App.Fme.Planning;
        using App.Fme.Samples;
        using FmeTyped;
        using static App.Fme.Samples.AustinDownload;

        class Code
        {
            object Download() => 
        """;

    private const string After = ";\n}";

    [Fact]
    public Task A_property_of_options_shows_prompt_name_type_default_and_options() => AssertShows(
        "new AustinDownload { The|mes = [] }",
        """
        FmeList<ThemesOption>? AustinDownload.Themes { get; init; }
        Layers to Download
        Published parameter THEMES (LISTBOX). Unset for the default; not empty.
        Default: airports.
        Options: airports, cenart, railroad, streetcl.
        """);

    [Fact]
    public Task Captions_stand_beside_the_values_they_explain() => AssertShows(
        "new ParcelReport { ParcelId = \"1\", Paper|Size = null }",
        """
        FmeOptional<ParcelReport.PaperSizeOption> ParcelReport.PaperSize { get; init; }
        Paper size
        Published parameter PAPER_SIZE (LOOKUP_CHOICE). Optional: unset for the default, FmeBlank.Value for none.
        Default: A4.
        Options: A4 (Sheet, 210 x 297 mm), A3 (Poster, 297 x 420 mm).
        """);

    [Fact]
    public Task A_number_shows_its_limits() => AssertShows(
        "new ParcelReport { ParcelId = \"1\", Dist|ance = 5 }",
        """
        long? ParcelReport.Distance { get; init; }
        Distance to look around (m)
        Published parameter DISTANCE (INTEGER). Unset for the default; not blank.
        Allowed: at least 0 and at most 500.
        Default: 50.
        """);

    [Fact]
    public Task A_required_parameter_shows_so() => AssertShows(
        "new ParcelReport { Parcel|Id = \"1\" }",
        """
        string ParcelReport.ParcelId { get; init; }
        Parcel
        Published parameter PARCEL_ID (TEXT). Required.
        """);

    [Fact]
    public Task The_type_shows_the_workspace() => AssertShows(
        "default(Parcel|Report)",
        """
        record App.Fme.Planning.ParcelReport
        Parcel report
        Runs the workspace Planning/parcelReport.fmw.
        Reports what lies on a parcel and around it.
        """);

    [Fact]
    public Task An_option_shows_its_caption_and_what_is_sent() => AssertShows(
        "CoordsysOption.LL|84",
        """
        CoordsysOption.LL84 = 1411347519
        WGS84 datum, Latitude-Longitude; Degrees [EPSG #4326]. Sends LL84.
        """);

    private static async Task AssertShows(string expression, string expected)
    {
        using var editor = new Editor(Before + expression + After);

        Assert.Equal(expected.ReplaceLineEndings("\n"), Tidy(await editor.QuickInfo()));
    }

    // Paragraphs are set apart by blank lines.
    private static string Tidy(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
