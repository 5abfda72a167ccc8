using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>The site, which eng/site makes with the same files, has all pages and all packages.</summary>
public sealed partial class SiteTests
{
    [Fact]
    public void Every_page_stands_once_in_the_navigation_and_there_is_no_other()
    {
        IEnumerable<string> listed = Directory.GetFiles(Repository.PathOf("docs"), "toc.yml", SearchOption.AllDirectories)
            .SelectMany(toc => PageOfToc().Matches(File.ReadAllText(toc))
                .Select(match => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(toc)!, match.Groups["page"].Value))));
        IEnumerable<string> pages = Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Select(Path.GetFullPath);

        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_API_of_every_library_that_is_published_is_in_the_reference()
    {
        IEnumerable<string> published = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project) is var text
                && text.Contains("<IsPackable>true", StringComparison.Ordinal)
                && !text.Contains("<PackAsTool>", StringComparison.Ordinal))
            .Select(project => Path.GetFileNameWithoutExtension(project))
            .Where(name => name != "FmeTyped.Schema");      // It has no public type.
        IEnumerable<string> shown = Library().Matches(File.ReadAllText(Repository.PathOf("docs", "docfx.json"))).Select(match => match.Groups["name"].Value);
        IEnumerable<string> built = Reference().Matches(File.ReadAllText(Repository.PathOf("eng", "Site", "Site.csproj")))
            .Select(match => match.Groups["name"].Value);

        Assert.Equal(published.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(published.Order(StringComparer.Ordinal), built.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"href: (?<page>\S+\.md)$", RegexOptions.Multiline)]
    private static partial Regex PageOfToc();

    [GeneratedRegex(@"""(?<name>FmeTyped[\w.]*)\.dll""")]
    private static partial Regex Library();

    [GeneratedRegex(@"/(?<name>FmeTyped[\w.]*)\.csproj")]
    private static partial Regex Reference();
}
