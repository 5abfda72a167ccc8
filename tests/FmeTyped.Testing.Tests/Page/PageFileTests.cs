using System.Text.RegularExpressions;

namespace FmeTyped.Testing.Tests;

/// <summary>The files of the emulator's page: nothing but their own, and no way for a text to become markup.</summary>
public sealed partial class PageFileTests
{
    private static readonly string Folder = Repository.PathOf("src", "FmeTyped.Testing", "Page");

    [Theory]
    [InlineData("/", "text/html", "index.html")]
    [InlineData("/emulator/page.css", "text/css", "page.css")]
    [InlineData("/emulator/page.js", "text/javascript", "page.js")]
    [InlineData("/emulator/icon.svg", "image/svg+xml", "../../../assets/icon.svg")]
    public async Task Each_file_is_served_to_everybody_under_a_strict_policy(string path, string mediaType, string file)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;

        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, path);

        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken),
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public void The_script_makes_no_markup_of_text() =>
        Assert.DoesNotMatch(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|srcdoc|eval|new Function|setAttribute\\('on",
            Read("page.js"));

    [Fact]
    public void Nothing_is_loaded_from_elsewhere_or_stands_inline()
    {
        foreach (string file in (string[])["index.html", "page.css", "page.js"])
        {
            Assert.DoesNotMatch("https?://|url\\(|@import|@font-face", Read(file));
        }

        string page = Read("index.html");
        Assert.DoesNotMatch(@"\son\w+=|\sstyle=|<style", page);
        Assert.All(Script().Matches(page), script => Assert.Contains("src=", script.Value, StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();
}
