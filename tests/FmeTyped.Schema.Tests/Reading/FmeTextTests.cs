using FmeTyped.Schema.Reading;

namespace FmeTyped.Schema.Tests.Reading;

public class FmeTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("FME<space>Training<space>DB", "FME Training DB")]
    [InlineData("<openparen><quote><apos><comma><semicolon><closeparen>", "(\"',;)")]
    [InlineData("<opencurly><lf><tab><openbracket><closebracket><cr><closecurly>", "{\n\t[]\r}")]
    [InlineData("<dollar><openparen>X<closeparen><at><backslash><solidus><amp><pipe>", "$(X)@\\/&|")]
    [InlineData("<u00e9><u00C9><uD83D><uDE00>", "éÉ😀")]
    [InlineData("<lt>space<gt>", "<space>")]
    [InlineData("<lt><lt>space<gt>", "<<space>")]
    [InlineData("<SRC FGDB> <DESTINATION SCHEMA>", "<SRC FGDB> <DESTINATION SCHEMA>")]
    [InlineData("<html><br></html>", "<html><br></html>")]
    [InlineData("<<space>>", "< >")]
    [InlineData("<u12> <u 123> <u+123> <u00041> <uXYZW> <>", "<u12> <u 123> <u+123> <u00041> <uXYZW> <>")]
    [InlineData("a<space", "a<space")]
    [InlineData("<Space>", "<Space>")]
    public void Tags_become_characters_and_all_else_stays(string encoded, string decoded) =>
        Assert.Equal(decoded, FmeText.Decode(encoded));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a", "a")]
    [InlineData(" a  b\tc ", "a", "b", "c")]
    [InlineData("\"a b\" c \"\" d", "a b", "c", "", "d")]
    [InlineData("\"never closed", "never closed")]
    [InlineData("in\"side b", "in\"side", "b")]
    public void A_list_is_split_at_blanks_outside_quotes(string text, params string[] items) =>
        Assert.Equal(items, FmeText.SplitList(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("C:\\a b\\c.shp", "C:\\a b\\c.shp")]
    [InlineData("\"a b\" \"c\"", "a b", "c")]
    [InlineData("\"\"a b\" \"c\"\"", "a b", "c")]
    public void Paths_are_split_only_where_they_stand_in_quotes(string text, params string[] paths) =>
        Assert.Equal(paths, FmeText.SplitPaths(text));
}
