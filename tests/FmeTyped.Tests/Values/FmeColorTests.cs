using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class FmeColorTests
{
    private static readonly FmeParameterDescriptor Fill = new("FILL", FmeParameterKind.Color);

    [Fact]
    public void Its_parts_are_sent_as_numbers_from_0_to_1()
    {
        Assert.Equal("1,0.502,0", FmeColor.FromBytes(255, 128, 0).ToString());
        Assert.Equal("0,0,0", new FmeColor(-0.0, 0, 0).ToString());
        Assert.Equal("0.25,0.5,1", TestRequest.SentOf(Fill, (writer, parameter) => writer.WriteColor(parameter, new FmeColor(0.25, 0.5, 1))).Text);
    }

    [Fact]
    public void The_longest_numbers_fit() =>
        Assert.Equal(3 * double.Epsilon.ToString("F324", System.Globalization.CultureInfo.InvariantCulture).Length + 2, new FmeColor(double.Epsilon, double.Epsilon, double.Epsilon).ToString().Length);

    [Fact]
    public void Each_byte_is_told_apart() =>
        Assert.Equal(256, Enumerable.Range(0, 256).Select(part => FmeColor.FromBytes((byte)part, 0, 0).ToString()).Distinct().Count());

    [Theory]
    [InlineData("0.5,0,1", "0.5,0,1")]
    [InlineData(" 0.50 , 0 , 1.0 ", "0.5,0,1")]
    [InlineData("#ff8000", "1,0.502,0")]
    [InlineData("#FF8000", "1,0.502,0")]
    [InlineData("", "")]
    public void It_is_read_from_FMEs_form_and_that_of_HTML(string text, string wire) => Assert.Equal(wire, FmeColor.Parse(text).ToString());

    [Theory]
    [InlineData("0.5,0")]
    [InlineData("0.5,0,1,1")]
    [InlineData("0.5,0,1.1")]
    [InlineData("0.5,0,-1")]
    [InlineData("NaN,0,0")]
    [InlineData("#ff80")]
    [InlineData("#ff80zz")]
    [InlineData("red")]
    [InlineData(null)]
    public void What_is_no_colour_is_refused(string? text) => Assert.False(FmeColor.TryParse(text, out _));

    [Theory]
    [InlineData(1.01)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    public void A_part_beyond_its_range_is_refused(double part) =>
        Assert.Equal("green", Assert.Throws<ArgumentOutOfRangeException>(() => new FmeColor(0, part, 0)).ParamName);

    [Fact]
    public void Blank_is_not_black()
    {
        Assert.NotEqual(new FmeColor(0, 0, 0), FmeBlank.Value);
        Assert.Equal("", TestRequest.SentOf(Fill, (writer, parameter) => writer.WriteColor(parameter, FmeBlank.Value)).Text);
    }
}
