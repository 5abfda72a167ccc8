namespace FmeTyped.Tests.Http;

public sealed class UrlPathTests
{
    [Theory]
    [InlineData("Samples", "Samples")]
    [InlineData("a/b ?#", "a%2Fb%20%3F%23")]
    [InlineData("...", "...")]
    public void A_name_is_one_segment(string name, string segment) => Assert.Equal(segment, UrlPath.Part(name));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_name_that_would_lead_elsewhere_is_refused(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => UrlPath.Part(name));

        Assert.Equal($"'{name}' cannot be the name of a repository or workspace. (Parameter 'name')", error.Message);
    }
}
