using System.Text.Json;
using CsCheck;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class FmeColorTests
{
    private static readonly FmeParameterDescriptor Fill = new("FILL", FmeParameterKind.Color);

    [Theory]
    [InlineData("rgb", "int", "255,128,0")]
    [InlineData("rgb", "float", "1,0.501961,0")]
    [InlineData("rgb", "hex", "ff8000")]
    [InlineData("hsv", "int", "21,255,255")]
    [InlineData("hsl", "int", "21,255,128")]
    [InlineData("cmyk", "int", "0,127,255,0")]
    public void It_is_sent_as_its_parameter_says(string space, string component, string text)
    {
        var fill = new FmeParameterDescriptor("FILL", FmeParameterKind.Color) { ColorFormat = new FmeColorFormat(space, component) };

        Assert.Equal(text, TestRequest.SentOf(fill, (writer, parameter) => writer.WriteColor(parameter, FmeColor.FromRgb(255, 128, 0))).Text);
    }

    [Fact]
    public void Without_a_form_it_is_sent_as_whole_numbers() =>
        Assert.Equal("64,128,255", TestRequest.SentOf(Fill, (writer, parameter) => writer.WriteColor(parameter, FmeColor.FromUnitRgb(0.25, 0.5, 1))).Text);

    [Fact]
    public void A_form_with_much_text_around_is_written_in_full()
    {
        string around = new('x', 5000);
        var format = new FmeColorFormat("rgb", "hex", hasAlpha: true, $"{around}%1{around}");
        var fill = new FmeParameterDescriptor("FILL", FmeParameterKind.Color) { ColorFormat = format };

        Assert.Equal(
            $"{around}010203ff{around}", TestRequest.SentOf(fill, (writer, parameter) => writer.WriteColor(parameter, FmeColor.FromRgb(1, 2, 3))).Text);
    }

    [Theory]
    [InlineData("hsv")]
    [InlineData("hsl")]
    [InlineData("cmyk")]
    public void Each_byte_survives_another_space(string space) => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Sample((red, green, blue) =>
    {
        var format = new FmeColorFormat(space, "float");
        Assert.True(format.TryParse(format.Format(FmeColor.FromRgb(red, green, blue), new char[format.MaxLength]).ToString(), out FmeColor read));
        Assert.Equal((red, green, blue), (Byte(read.Red), Byte(read.Green), Byte(read.Blue)));
    });

    [Fact]
    public void Each_byte_is_told_apart() =>
        Assert.Equal(256, Enumerable.Range(0, 256).Select(part => FmeColor.FromRgb((byte)part, 0, 0).Red).Distinct().Count());

    [Fact]
    public void The_components_can_be_read()
    {
        FmeColor color = FmeColor.FromUnitHsv(0.5, 1, 0.5, 0.25);

        Assert.Equal((0, 0.5, 0.5, 0.25), (color.Red, color.Green, color.Blue, color.Alpha));
        Assert.Equal((0, 0, 0, 0), (default(FmeColor).Red, default(FmeColor).Green, default(FmeColor).Blue, default(FmeColor).Alpha));
    }

    [Theory]
    [InlineData("#ff8000", "#ff8000")]
    [InlineData("#FF8000", "#ff8000")]
    [InlineData("ff8000", "#ff8000")]
    [InlineData("#ff800080", "#ff800080")]
    [InlineData("255,128,0", "#ff8000")]
    [InlineData("255,128,0,128", "#ff800080")]
    [InlineData("0,0,0", "#000000")]
    [InlineData("2,1,0", "#020100")]
    [InlineData("1.0,0,0", "#ff0000")]
    [InlineData(" 0.50 , 0 , 1.0 ", "unitRgb(0.5,0,1)")]
    [InlineData("unitHsl(0.5,1,0.25)", "unitHsl(0.5,1,0.25)")]
    [InlineData("unitCmyk(0,0,0,1,0.5)", "unitCmyk(0,0,0,1,0.5)")]
    [InlineData("", "")]
    public void It_is_read_from_a_text_that_says_it_all(string text, string shown) => Assert.Equal(shown, FmeColor.Parse(text).ToString());

    [Theory]
    [InlineData("1,0,0")]
    [InlineData("0, 1, 1")]
    [InlineData("0.5,0")]
    [InlineData("0.5,0,1,1,1")]
    [InlineData("0.5,0,1.1")]
    [InlineData("0.5,0,-1")]
    [InlineData("256,0,0")]
    [InlineData("NaN,0,0")]
    [InlineData("#ff80")]
    [InlineData("#ff80zz")]
    [InlineData("unitCmyk(0,0,1)")]
    [InlineData("unitRgb(")]
    [InlineData("red")]
    [InlineData(null)]
    public void What_is_no_colour_or_may_be_two_is_refused(string? text) => Assert.False(FmeColor.TryParse(text, out _));

    [Theory]
    [InlineData("rgb", "int", "", "1,0,0", "#010000")]
    [InlineData("rgb", "float", "", "1,0,0", "#ff0000")]
    [InlineData("rgb", "float", "", "255,128,0", "#ff8000")]
    [InlineData("rgb", "int", "", "0.5,0,1", "unitRgb(0.5,0,1)")]
    [InlineData("rgb", "hex", "#%1", "#102030", "#102030")]
    [InlineData("rgb", "int", "rgb(%1)", "rgb(16,32,48)", "#102030")]
    [InlineData("rgb", "int", "rgb(%1)", "16,32,48", "#102030")]
    [InlineData("hsv", "int", "", "#102030", "#102030")]
    [InlineData("hsv", "float", "", "0.5,1,1", "unitHsv(0.5,1,1)")]
    public void A_parameter_reads_its_own_form_and_what_needs_none(string space, string component, string around, string text, string shown)
    {
        Assert.True(new FmeColorFormat(space, component, hasAlpha: false, around).TryParse(text, out FmeColor color));
        Assert.Equal(shown, color.ToString());
    }

    [Theory]
    [InlineData("hsv", "int", "0.5,0,1")]
    [InlineData("cmyk", "int", "1,2,3")]
    [InlineData("rgb", "hex", "12345")]
    [InlineData("rgb", "int", "red")]
    public void A_parameter_does_not_guess(string space, string component, string text) =>
        Assert.False(new FmeColorFormat(space, component).TryParse(text, out _));

    [Theory]
    [InlineData("lab", "int", "colorSpace")]
    [InlineData("rgb", "percent", "componentValueType")]
    public void A_form_that_FME_does_not_have_is_refused(string space, string component, string argument) =>
        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => new FmeColorFormat(space, component)).ParamName);

    [Theory]
    [InlineData(1.01)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    public void A_component_beyond_its_range_is_refused(double part)
    {
        Assert.Equal("green", Assert.Throws<ArgumentOutOfRangeException>(() => FmeColor.FromUnitRgb(0, part, 0)).ParamName);
        Assert.Equal("black", Assert.Throws<ArgumentOutOfRangeException>(() => FmeColor.FromUnitCmyk(0, 0, 0, part)).ParamName);
    }

    [Fact]
    public void JSON_of_a_colour_alone_says_it_all() =>
        Assert.Equal(FmeColor.FromUnitRgb(1, 0, 0.1), JsonSerializer.Deserialize<FmeColor>(JsonSerializer.Serialize(FmeColor.FromUnitRgb(1, 0, 0.1))));

    [Fact]
    public void Blank_is_not_black()
    {
        Assert.NotEqual(FmeColor.FromRgb(0, 0, 0), FmeBlank.Value);
        Assert.Equal("", TestRequest.SentOf(Fill, (writer, parameter) => writer.WriteColor(parameter, FmeBlank.Value)).Text);
    }

    private static byte Byte(double part) => (byte)Math.Round(part * 255);
}
