namespace FmeTyped.Ide.Tests;

/// <summary>What a developer is offered while typing, of the workspaces in the repository's workspaces.json.</summary>
public class CompletionTests
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
    public async Task An_initializer_offers_the_parameters_and_nothing_else()
    {
        using var editor = new Editor(Before + "new AustinDownload { | }" + After);

        Assert.Equal(
            ["BboxCoordsys", "Coordsys", "FormatGeneric", "Maxx", "Maxy", "Minx", "Miny", "Themes"],
            (await editor.Offered()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_parameter_is_described_while_it_is_offered()
    {
        using var editor = new Editor(Before + "new AustinDownload { | }" + After);

        string description = await editor.Description("Themes");

        Assert.Contains("Layers to Download", description, StringComparison.Ordinal);
        Assert.Contains("Options: airports, cenart, railroad, streetcl.", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_parameter_is_offered_as_such()
    {
        using var editor = new Editor(Before + "new ParcelReport { | }" + After);

        Assert.Contains("ParcelId", await editor.Offered());
        Assert.Contains("Required.", await editor.Description("ParcelId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_options_offers_its_options_with_what_they_send()
    {
        using var editor = new Editor(Before + "new AustinDownload { Themes = [ThemesOption.|] }" + After);

        Assert.Equal(["Airports", "Cenart", "Railroad", "Streetcl"], await editor.Offered());
        Assert.Contains("Sends airports.", await editor.Description("Airports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_offers_its_parameters_and_what_is_done_with_any_request()
    {
        using var editor = new Editor(Before + "new AustinDownload().|" + After);

        Assert.Equal(
            [
                "BboxCoordsys", "Coordsys", "Equals", "FormatGeneric", "GetHashCode", "GetType", "Maxx", "Maxy", "Minx", "Miny", "Themes", "ToParameterValues",
                "ToString", "Validate",
            ],
            (await editor.Offered()).Where(name => char.IsLetter(name[0])).Order(StringComparer.Ordinal));
    }
}
