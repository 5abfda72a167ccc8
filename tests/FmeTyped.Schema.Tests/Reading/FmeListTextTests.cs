using FmeTyped.Schema.Reading;

namespace FmeTyped.Schema.Tests.Reading;

public class FmeListTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a", "a")]
    [InlineData(" a  b\tc ", "a", "b", "c")]
    [InlineData("\"a b\" c \"\" d", "a b", "c", "", "d")]
    [InlineData("\"never closed", "never closed")]
    [InlineData("in\"side b", "in\"side", "b")]
    public void A_list_is_split_at_blanks_outside_quotes(string text, params string[] items) =>
        Assert.Equal(items, FmeListText.SplitList(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("C:\\a b\\c.shp", "C:\\a b\\c.shp")]
    [InlineData("\"a b\" \"c\"", "a b", "c")]
    [InlineData("\"\"a b\" \"c\"\"", "a b", "c")]
    [InlineData("\"\"a b\" c\"\"", "a b", "c\"")]
    public void Paths_are_split_only_where_they_stand_in_quotes(string text, params string[] paths) =>
        Assert.Equal(paths, FmeListText.SplitPaths(text));
}
