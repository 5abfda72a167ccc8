using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkspaceForm.Components;

namespace FmeTyped.Forms.Tests;

/// <summary>The field of each kind of parameter, on its own.</summary>
public class FieldTests
{
    [Theory]
    [InlineData(FmeParameterKind.Text, "text")]
    [InlineData(FmeParameterKind.CoordinateSystem, "text")]
    [InlineData(FmeParameterKind.Folder, "text")]
    [InlineData(FmeParameterKind.Connection, "text")]
    [InlineData(FmeParameterKind.Integer, "number")]
    [InlineData(FmeParameterKind.Float, "number")]
    [InlineData(FmeParameterKind.Secret, "password")]
    [InlineData(FmeParameterKind.Color, "color")]
    [InlineData(FmeParameterKind.File, "file")]
    public async Task A_kind_has_its_input(FmeParameterKind kind, string type)
    {
        IElement input = Control(await RenderAsync(new("P", kind) { MustBeSet = true }));

        Assert.Equal("INPUT", input.TagName);
        Assert.Equal(type, input.GetAttribute("type"));
        Assert.True(input.HasAttribute("required"));
    }

    [Theory]
    [InlineData(FmeDateTimeForm.Date, "date", "20260504", "2026-05-04")]
    [InlineData(FmeDateTimeForm.Time, "time", "143000", "14:30:00")]
    [InlineData(FmeDateTimeForm.DateTime, "datetime-local", "20260504143000", "2026-05-04T14:30:00")]
    [InlineData(FmeDateTimeForm.Date, "date", "soon", "soon")]
    public async Task A_moment_is_shown_as_HTML_writes_it(FmeDateTimeForm form, string type, string text, string shown)
    {
        IElement input = Control(await RenderAsync(new("P", FmeParameterKind.DateTime) { DateTimeForm = form }, text));

        Assert.Equal(type, input.GetAttribute("type"));
        Assert.Equal(shown, input.GetAttribute("value"));
    }

    [Theory]
    [InlineData("0.502,0,1", "#8000ff")]
    [InlineData("#8000ff", "#8000ff")]
    [InlineData("red", "red")]
    public async Task A_colour_is_shown_as_HTML_writes_it(string text, string shown) =>
        Assert.Equal(shown, Control(await RenderAsync(new("P", FmeParameterKind.Color) { MustBeSet = true }, text)).GetAttribute("value"));

    [Fact]
    public async Task A_colour_that_may_be_left_out_is_no_picker_which_always_holds_one() =>
        Assert.Equal("text", Control(await RenderAsync(new("P", FmeParameterKind.Color) { IsOptional = true })).GetAttribute("type"));

    [Fact]
    public async Task A_number_has_its_limits_and_its_step()
    {
        IElement field =
            await RenderAsync(new("P", FmeParameterKind.Float) { Minimum = 0, MinimumIsExclusive = true, Maximum = 1.5, DecimalPlaces = 2 }, "0.25");

        IElement input = Control(field);
        Assert.Equal(
            ("0.25", "0", "1.5", "0.01"), (input.GetAttribute("value"), input.GetAttribute("min"), input.GetAttribute("max"), input.GetAttribute("step")));
        Assert.Equal("More than 0. At most 1.5.", field.QuerySelector("small")!.TextContent);
    }

    [Fact]
    public async Task A_secret_is_not_shown() =>
        Assert.DoesNotContain("hush", (await RenderAsync(new("P", FmeParameterKind.Secret), "hush")).OuterHtml, StringComparison.Ordinal);

    [Fact]
    public async Task Yes_and_no_are_two_radios_with_a_third_where_neither_will_do()
    {
        FmeChoice[] choices = [new("Yes", "Yes", 1), new("No", "No", 2)];

        IElement must = await RenderAsync(new("P", FmeParameterKind.Boolean) { Choices = choices, MustBeSet = true }, "No");
        IElement may = await RenderAsync(new("P", FmeParameterKind.Boolean) { Choices = choices, IsOptional = true });

        Assert.Equal(["Yes", "No"], must.QuerySelectorAll("input[type=radio][required]").Select(radio => radio.GetAttribute("value")));
        Assert.Equal("No", must.QuerySelectorAll("[checked]").Single().GetAttribute("value"));
        Assert.Equal(["Yes", "No", ""], may.QuerySelectorAll("input[type=radio]").Select(radio => radio.GetAttribute("value")));
        Assert.Equal("", may.QuerySelectorAll("[checked]").Single().GetAttribute("value"));
    }

    [Fact]
    public async Task A_choice_is_a_dropdown_of_captions_with_an_empty_one_where_none_will_do()
    {
        FmeChoice[] choices = [new("1", "Asphalt"), new("2", "Gravel")];

        IElement must = await RenderAsync(new("P", FmeParameterKind.Choice) { Choices = choices, Default = "2" }, "2");
        IElement may = await RenderAsync(new("P", FmeParameterKind.Choice) { Choices = choices, IsOptional = true }, "1");
        IElement unset = await RenderAsync(new("P", FmeParameterKind.Choice) { Choices = choices, MustBeSet = true });

        Assert.Equal(["1:Asphalt:", "2:Gravel:*"], Options(must));
        Assert.Equal(["::", "1:Asphalt:*", "2:Gravel:"], Options(may));
        Assert.Equal(["::", "1:Asphalt:", "2:Gravel:"], Options(unset));
    }

    [Fact]
    public async Task A_choice_of_the_empty_value_needs_no_empty_option_besides() =>
        Assert.Equal([":None:*", "A4:Sheet:"], Options(await RenderAsync(
            new("P", FmeParameterKind.Choice) { Choices = [new("", "None"), new("A4", "Sheet")], IsOptional = true }, "")));

    [Fact]
    public async Task Several_of_a_choice_are_a_listbox()
    {
        IElement field =
            await RenderAsync(new("P", FmeParameterKind.Choice) { Choices = [new("a", "A"), new("b", "B"), new("c", "C")], IsList = true }, "a", "c");

        Assert.True(Control(field).HasAttribute("multiple"));
        Assert.Equal(["a:A:*", "b:B:", "c:C:*"], Options(field));
        Assert.Equal("", field.QuerySelector("input[type=hidden][name=P]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task An_open_choice_suggests()
    {
        IElement field = await RenderAsync(new("P", FmeParameterKind.OpenChoice) { Choices = [new("SHAPE", "Shape")] }, "GPKG");

        Assert.Equal("GPKG", Control(field).GetAttribute("value"));
        Assert.Equal("SHAPE", field.QuerySelector($"datalist#{Control(field).GetAttribute("list")} option")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Several_texts_stand_one_a_line() =>
        Assert.Equal("a\nb, c", Control(await RenderAsync(new("P", FmeParameterKind.Text) { IsList = true }, "a", "b, c")).TextContent);

    [Fact]
    public async Task Label_help_and_problem_belong_to_the_control()
    {
        IElement field = await RenderAsync(
            new("MY NAME", FmeParameterKind.Integer) { Prompt = "How many?", Maximum = 3, MustBeSet = true },
            ["4"],
            new FmeValidationError(FmeValidationErrorKind.OutOfRange, "MY NAME", "is 4."));

        IElement control = Control(field);
        Assert.Equal("How many?*", field.QuerySelectorAll("label").Single(label => label.GetAttribute("for") == control.Id).TextContent);
        Assert.Equal(["At most 3.", "is 4."], control.GetAttribute("aria-describedby")!.Split(' ')
            .Select(id => field.QuerySelectorAll("[id]").Single(part => part.Id == id).TextContent.Trim()));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
    }

    private static Task<IElement> RenderAsync(FmeParameterDescriptor parameter, params string[] texts) => RenderAsync(parameter, texts, []);

    private static async Task<IElement> RenderAsync(FmeParameterDescriptor parameter, string[] texts, params FmeValidationError[] problems)
    {
        await using ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        string html = await renderer.Dispatcher
            .InvokeAsync(async () => (await renderer.RenderComponentAsync<Field>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Field.Parameter)] = parameter,
            [nameof(Field.Texts)] = texts,
            [nameof(Field.Problems)] = problems,
            [nameof(Field.IsVisible)] = true,
        }))).ToHtmlString());
        return (await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken)).QuerySelector("fieldset")!;
    }

    private static IElement Control(IElement field) => field.QuerySelectorAll("input:not([type=hidden]), select, textarea").Single();

    private static IEnumerable<string> Options(IElement field) =>
        field.QuerySelectorAll("option").Select(
            option => $"{option.GetAttribute("value")}:{option.TextContent}:{(option.HasAttribute("selected") ? "*" : "")}");
}
