using AngleSharp.Dom;
using Bunit;
using FmeTyped.Blazor.Tests.Fme.Kinds;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Tests;

/// <summary>The control of each kind of parameter.</summary>
public sealed class ControlTests : IDisposable
{
    private readonly FormContext _context = new();

    [Theory]
    [InlineData("TITLE", "input[type=text]")]
    [InlineData("CODE", "textarea")]
    [InlineData("COUNT", "input[type=number][step='15'][min='15'][max='90']")]
    [InlineData("SHARE", "input[type=number][step='0.01'], input[type=range]")]
    [InlineData("DAY", "input[type=date]")]
    [InlineData("WHEN", "input[type=datetime-local][step='1'], input[type=text]")]
    [InlineData("GLASS", "input[type=text], input[type=color], input[type=range]")]
    [InlineData("SECRET", "input[type=password]:not([value])")]
    [InlineData("SOURCE", "input[type=file][accept='.csv,.txt'][required]:not([multiple])")]
    [InlineData("MANY", "input[type=file][multiple]:not([accept])")]
    [InlineData("FOLDER", "input[type=text]")]
    [InlineData("TARGET", "input[type=text]")]
    [InlineData("FLAG", "input[type=checkbox][value=on][checked]")]
    [InlineData("ANSWER", "input[type=radio][value=YES], input[type=radio][value=NO], input[type=radio][value=''][checked]")]
    [InlineData("FEW", "input[type=radio][value=A4][checked], input[type=radio][value=A3]")]
    [InlineData("PICK", "select[required]")]
    [InlineData("LAYERS", "input[type=checkbox][value=signs][checked], input[type=checkbox][value=trees], input[type=checkbox][value=kerbs]")]
    [InlineData("AREAS", "details input[type=checkbox][value=n1], details input[value=n2], details input[value=s3]")]
    [InlineData("STYLE", "input[type=text][list]")]
    [InlineData("WORDS", "textarea")]
    [InlineData("ROWS", "textarea")]
    [InlineData("CONNECTION", "input[type=text]")]
    [InlineData("SYSTEM", "input[type=text][list][value='EPSG:25832']")]
    [InlineData("REGION", "textarea, details input[type=number]")]
    [InlineData("ARROW", "input[type=checkbox]")]
    [InlineData("DELIVERY", "input[type=radio][value=MAIL][checked], input[type=radio][value=SHARE_NAME]")]
    public void A_kind_has_its_control(string name, string elements)
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(Kinds.Descriptor);

        IElement field = form.Find($"[data-fme-field={name}]");
        Assert.All(elements.Split(", "), element => Assert.NotEmpty(field.QuerySelectorAll(element)));
    }

    [Fact]
    public void The_four_sides_of_an_extent_are_one_control()
    {
        IElement extent = _context.Render(Kinds.Descriptor).Find(".fme-extent:has([data-fme-field=MINX])");

        Assert.Equal(["9", "48", "10", "49"], extent.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));
        Assert.Equal(
            ["fme-west", "fme-south", "fme-east", "fme-north"], extent.Children.Select(side => side.ClassName));
    }

    [Theory]
    [InlineData(FmeDateTimeForm.Date, null, "20260504", "date", "2026-05-04")]
    [InlineData(FmeDateTimeForm.Time, null, "143000", "time", "14:30:00")]
    [InlineData(FmeDateTimeForm.DateTime, null, "20260504143000", "datetime-local", "2026-05-04T14:30:00")]
    [InlineData(FmeDateTimeForm.DateTime, true, "2026-05-04T14:30:00-03:30", "datetime-local", "2026-05-04T14:30:00")]
    [InlineData(FmeDateTimeForm.Date, null, "$(TODAY)", "text", "$(TODAY)")]
    [InlineData(FmeDateTimeForm.Any, null, "20260504", "text", "20260504")]
    public void A_moment_is_shown_as_HTML_writes_it(FmeDateTimeForm form, bool? hasOffset, string text, string type, string shown)
    {
        var parameter = new FmeParameterDescriptor("P", FmeParameterKind.DateTime) { DateTimeForm = form, HasOffset = hasOffset, Default = text };
        IElement input = _context.Render(parameter).Find("[data-fme-field=P] input");

        Assert.Equal((type, shown), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public void The_offset_of_a_moment_stands_beside_it()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.DateTime)
        {
            DateTimeForm = FmeDateTimeForm.DateTime, HasOffset = true, Default = "2026-05-04T14:30:00-03:30",
        });
        Assert.Equal("-03:30", form.Find("[data-fme-field=P] .fme-short").GetAttribute("value"));

        form.Find("[data-fme-field=P] .fme-short").Change("+05:45");
        form.Find("form").Submit();

        Assert.Equal("20260504143000+05:45", _context.Submitted!.ToParameterValues()["P"].Text);
    }

    [Theory]
    [InlineData("0.502,0,1", "float", "#8000ff")]
    [InlineData("128,0,255", "int", "#8000ff")]
    [InlineData("red", "int", "red")]
    public void A_colour_is_shown_as_HTML_writes_it(string text, string component, string shown) =>
        Assert.Equal(shown, _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Color) { ColorFormat = new("rgb", component), Default = text })
            .Find("[data-fme-field=P] input[type=text]").GetAttribute("value"));

    [Fact]
    public void A_colour_has_its_opacity_where_the_parameter_has_one()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(
            new FmeParameterDescriptor("P", FmeParameterKind.Color) { ColorFormat = new("rgb", "int", hasAlpha: true) });

        form.Find("[data-fme-field=P] input[type=text]").Change("#ff000080");
        form.Find("form").Submit();

        Assert.Equal("255,0,0,128", _context.Submitted!.ToParameterValues()["P"].Text);
    }

    [Theory]
    [InlineData(10d, 15d, "15")]
    [InlineData(-20d, 15d, "-15")]
    [InlineData(0.5, null, "0.5")]
    public void Steps_are_counted_from_zero_as_FME_does(double minimum, double? step, string expected) =>
        Assert.Equal(expected, _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Float) { Minimum = minimum, Step = step })
            .Find("[data-fme-field=P] input").GetAttribute("min"));

    [Fact]
    public void A_number_that_only_the_server_knows_is_shown_all_the_same()
    {
        IElement input = _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Float) { Default = "$(WIDTH)" }).Find("[data-fme-field=P] input");

        Assert.Equal(("text", "$(WIDTH)"), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public void A_box_becomes_the_polygon_that_is_sent()
    {
        IRenderedComponent<FmeDescriptorForm> form =
            _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Geometry) { GeometryEncoding = "geoJSON" });

        string[] limits = ["9", "48.5", "10", "49"];
        for (int i = 0; i < limits.Length; i++)
        {
            form.FindAll("details input")[i].Change(limits[i]);
        }

        form.Find("form").Submit();
        Assert.Equal(
            """{"type":"Polygon","coordinates":[[[9,48.5],[10,48.5],[10,49],[9,49],[9,48.5]]]}""", _context.Submitted!.ToParameterValues()["P"].Text);
    }

    [Fact]
    public void A_tree_of_many_levels_does_not_exhaust_the_stack()
    {
        string deep = string.Join('.', Enumerable.Repeat("a", 10_000));
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Choice)
        {
            IsList = true, NodeDelimiter = ".", Choices = [new(deep, deep, 1), new("b", "b", 2)],
        });

        Assert.Equal(2, form.FindAll("[data-fme-field=P] input[type=checkbox]").Count);
    }

    public void Dispose() => _context.Dispose();
}
