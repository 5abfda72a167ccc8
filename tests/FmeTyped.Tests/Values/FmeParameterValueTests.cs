using FmeTyped.Metadata;

namespace FmeTyped.Tests.Values;

public sealed class FmeParameterValueTests
{
    [Fact]
    public void Text_and_list_read_as_each_other_where_they_can()
    {
        Assert.Equal(["a"], new FmeParameterValue("a").Items);
        Assert.Equal("a", new FmeParameterValue((FmeList<string>)["a"]).Text);
        Assert.Empty(new FmeParameterValue("").Items);
        Assert.Throws<InvalidOperationException>(() => new FmeParameterValue((FmeList<string>)["a", "b"]).Text);
    }

    [Fact]
    public void The_default_is_blank_text()
    {
        Assert.Equal(new FmeParameterValue(""), default);
        Assert.True(default(FmeParameterValue).IsBlank);
        Assert.Equal("", default(FmeParameterValue).ToString());
    }

    [Fact]
    public void Blank_text_and_an_empty_list_are_blank_and_not_equal()
    {
        FmeParameterValue text = "";
        FmeParameterValue list = Array.Empty<string>();

        Assert.True(text.IsBlank);
        Assert.True(list.IsBlank);
        Assert.True(text != list);
    }

    [Fact]
    public void They_are_compared_by_value()
    {
        FmeParameterValue one = (string[])["a", "b"];
        FmeParameterValue other = (FmeList<string>)["a", "b"];

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("a, b", one.ToString());
    }
}
