using System.Composition.Hosting;
using FmeTyped.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FmeTyped.Ide.Tests;

/// <summary>What a developer is offered where a name or an option is misspelt.</summary>
public class CodeFixTests
{
    private const string Usings =
        """
        using App.Fme.Planning;
        using App.Fme.Samples;
        using FmeTyped;
        using static App.Fme.Samples.AustinDownload;
        """;

    private const string Map =
        """
        { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "map.fmw", "parameters": [
          { "name": "STYLE", "type": "text", "prompt": "Style", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Red", "value": "red" }, { "display": "Shades of grey", "value": "grey" } ] } } ] } ] }
        """;

    private const string Values =
        """
        { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "map.fmw", "parameters": [
          { "name": "FILE", "type": "file", "prompt": "File", "required": false, "accessMode": "read" },
          { "name": "TINT", "type": "color", "prompt": "Tint", "required": false },
          { "name": "NOTE", "type": "text", "prompt": "Note", "required": false },
          { "name": "LAYERS", "type": "listbox", "prompt": "Layers", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "All roads", "value": "roads" } ] } },
          { "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Exact mode", "value": "exact" } ] } } ] } ] }
        """;

    [Theory]
    [InlineData("new AustinDownload { Max|yy = 42 }", "new AustinDownload { Maxy = 42 }")]
    [InlineData("new AustinDownload { | Theme = [] }", null)]
    [InlineData("new AustinDownload { The|me = [] }", "new AustinDownload { Themes = [] }")]
    [InlineData("download with { Coord|sis = null }", "download with { Coordsys = null }")]
    [InlineData("download.Coord|sis", "download.Coordsys")]
    [InlineData("new ParcelReport { Par|cel_id = \"1\" }", "new ParcelReport { ParcelId = \"1\" }")]
    public Task A_misspelt_parameter(string expression, string? expected) => AssertFixed(expression, expected);

    [Theory]
    [InlineData("CoordsysOption.LL|48", "CoordsysOption.LL84")]
    [InlineData("AustinDownload.CoordsysOption.LL|48", "AustinDownload.CoordsysOption.LL84")]
    [InlineData("new AustinDownload { Themes = [ThemesOption.Airport|] }", "new AustinDownload { Themes = [ThemesOption.Airports] }")]
    public Task A_misspelt_option(string expression, string expected) => AssertFixed(expression, expected);

    [Theory]
    [InlineData("new AustinDownload { Coordsys = Coordsis|Option.LL84 }", "new AustinDownload { Coordsys = CoordsysOption.LL84 }")]
    [InlineData("new AustinDownload { Themes = [ThemeOption|.Airports] }", "new AustinDownload { Themes = [ThemesOption.Airports] }")]
    [InlineData("new AustinDownload { Coordsys = LL|84 }", "new AustinDownload { Coordsys = CoordsysOption.LL84 }")]
    [InlineData("new AustinDownload { Themes = [Air|ports] }", "new AustinDownload { Themes = [ThemesOption.Airports] }")]
    [InlineData("new ParcelReport { ParcelId = \"1\", PaperSize = A|4 }", "new ParcelReport { ParcelId = \"1\", PaperSize = ParcelReport.PaperSizeOption.A4 }")]
    public Task A_misspelt_option_type_or_one_left_out(string expression, string expected) => AssertFixed(expression, expected);

    [Theory]
    [InlineData("new AustinDownload { Distance|OfAll = 42 }")]
    [InlineData("new AustinDownload { Maxy = Max|x }")]
    [InlineData("System.DayOfWeek.Mon|dai")]
    [InlineData("\"\".Leng|ht")]
    [InlineData("Unk|nown.LL84")]
    public async Task What_is_not_near_or_not_ours_is_left_alone(string expression)
    {
        using var editor = new Editor(Code(expression));

        Assert.Empty(await editor.FixesOffered());
    }

    [Theory]
    [InlineData("new Map { Style = \"R|ed\" }", "new Map { Style = Map.StyleOption.Red }")]
    [InlineData("new Map { Style = new Map.StyleOption(|\"gray\") }", "new Map { Style = Map.StyleOption.Grey }")]
    public async Task A_text_that_was_meant_to_be_an_option(string expression, string expected)
    {
        using var editor = new Editor($"using App.Fme.Test; class Code {{ object Make() => {expression}; }}", Map);

        Assert.Equal($"using App.Fme.Test; class Code {{ object Make() => {expected}; }}", await editor.Fixed());
    }

    [Fact]
    public async Task A_text_far_from_all_options_is_left_alone()
    {
        using var editor = new Editor("using App.Fme.Test; class Code { object Make() => new Map { Style = \"tur|quoise\" }; }", Map);

        Assert.Empty(await editor.FixesOffered());
    }

    [Theory]
    [InlineData("new Map { File = \"a|.txt\" }", "new Map { File = FmeFile.OnServer(\"a.txt\") }", "new Map { File = FmeFile.FromPath(\"a.txt\") }")]
    [InlineData("new Map { Tint = na|me }", "new Map { Tint = FmeColor.Parse(name) }")]
    [InlineData("new Map { Mode = \"ex|act\" }", "new Map { Mode = Map.ModeOption.Exact }")]
    [InlineData("new Map { Layers = [\"roa|d\"] }", "new Map { Layers = [Map.LayersOption.Roads] }")]
    [InlineData("new Map { Mode = \"some|thing\" }")]
    [InlineData("new Map { Note = \"some|thing\" }")]
    public async Task Text_where_a_value_is_needed(string expression, params string[] expected)
    {
        static string Code(string expression) =>
            $"using FmeTyped; using App.Fme.Test; class Code {{ object Make(string name) => {expression}; }}";
        using var editor = new Editor(Code(expression), Values);

        IReadOnlyList<string> titles = await editor.FixesOffered();
        var results = new List<string>();
        foreach (string title in titles)
        {
            results.Add(await editor.Fixed(title));
        }

        Assert.Equal(expected.Select(Code), results);
    }

    [Fact]
    public async Task The_fix_is_called_what_was_most_likely_meant()
    {
        using var editor = new Editor(Code("CoordsysOption.LL|48"));

        Assert.Equal(["Did you mean 'LL84'?"], await editor.FixesOffered());
    }

    [Fact]
    public void An_editor_finds_the_fixes()
    {
        using CompositionHost host = new ContainerConfiguration().WithAssembly(typeof(MisspeltNameFix).Assembly).CreateContainer();

        Assert.Equal(
            [typeof(MisspeltNameFix), typeof(SuggestedOptionFix), typeof(TextForValueFix)],
            host.GetExports<CodeFixProvider>().Select(fix => fix.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    private static async Task AssertFixed(string expression, string? expected)
    {
        using var editor = new Editor(Code(expression));
        if (expected is null)
        {
            Assert.Empty(await editor.FixesOffered());
            return;
        }

        Assert.Equal(Code(expected), await editor.Fixed());
    }

    private static string Code(string expression) => $$"""
        {{Usings}}

        class Code
        {
            object Make(AustinDownload download) => {{expression}};
        }
        """;
}
