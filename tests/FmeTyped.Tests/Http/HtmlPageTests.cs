namespace FmeTyped.Tests.Http;

public sealed class HtmlPageTests
{
    [Theory]
    [InlineData("<title>Bad gateway</title>", "Bad gateway")]
    [InlineData("<html><TITLE lang=\"en\"> Bad &amp; gone </TITLE></html>", "Bad & gone")]
    [InlineData("<title></title>", "")]
    [InlineData("<html>no title</html>", "")]
    [InlineData("<title>without an end", "")]
    [InlineData("<html><title", "")]
    [InlineData("", "")]
    public void The_title_is_read_where_there_is_one(string html, string title) => Assert.Equal(title, HtmlPage.TitleOf(html));
}
