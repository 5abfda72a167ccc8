using System.Text;

namespace FmeTyped.Tests.Files;

/// <summary>The names of files on this machine are the same on every system, so what only Windows refuses is tested here.</summary>
public class LocalFileNameTests
{
    [Theory]
    [InlineData("roads.gml", "roads.gml")]
    [InlineData("Straße 区域.gml", "Straße 区域.gml")]
    [InlineData(".hidden", ".hidden")]
    [InlineData("", "_")]
    [InlineData(" ", "_")]
    [InlineData(".", "_")]
    [InlineData("..", "_")]
    [InlineData("... ", "_")]
    [InlineData("a. . ", "a")]
    [InlineData("a/b\\c", "a_b_c")]
    [InlineData("a:b", "a_b")]
    [InlineData("a<b>c\"d|e?f*g", "a_b_c_d_e_f_g")]
    [InlineData("a\0b\u001Bc\u0085d\u2028e", "a_b_c_d_e")]
    [InlineData("a\u202Egnp.exe", "a_gnp.exe")]
    [InlineData("CON", "_CON")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("nul .tar.gz", "_nul .tar.gz")]
    [InlineData("Com1.log", "_Com1.log")]
    [InlineData("LPT9", "_LPT9")]
    [InlineData("COM²", "_COM²")]
    [InlineData("conin$", "_conin$")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("COM10", "COM10")]
    [InlineData("common.txt", "common.txt")]
    public void A_name_is_one_that_every_system_has(string name, string expected) => Assert.Equal(expected, LocalFileName.From(name));

    [Theory]
    [InlineData("a", 300)]
    [InlineData("é", 200)]
    [InlineData("区", 100)]
    [InlineData("😀", 90)]
    public void A_long_name_is_cut_between_characters_and_keeps_its_extension(string character, int count)
    {
        string name = LocalFileName.From(string.Concat(Enumerable.Repeat(character, count)) + ".gml");

        Assert.EndsWith($"{character}.gml", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 248, 255);
        Assert.InRange(Encoding.UTF8.GetByteCount(LocalFileName.Numbered(name, 12)), 248, 255);
        Assert.EndsWith("-12.gml", LocalFileName.Numbered(name, 12), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_has_no_place_in_a_name() => Assert.Equal("half_.gml", LocalFileName.From("half\uD83D.gml"));

    [Fact]
    public void A_cut_does_not_end_in_a_point_or_a_device() =>
        Assert.All([new string('a', 254) + "..b", "con" + new string(' ', 252) + "xyz"], name =>
        {
            string made = LocalFileName.From(name);
            Assert.Equal(made, LocalFileName.From(made));
        });
}
