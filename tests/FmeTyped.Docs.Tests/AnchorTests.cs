using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>A link to a part of a page leads to a heading of it.</summary>
public partial class AnchorTests
{
    public static TheoryData<string> Pages => [.. DocsPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_anchor_is_a_heading_of_its_page(string path)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(path))!;
        foreach (Match link in LinkPattern().Matches(DocsPage.Read(path).Text))
        {
            string target = link.Groups["page"].Value;
            string page = target.Length == 0 ? path : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, target)));
            Assert.True(AnchorsOf(page).Contains(link.Groups["anchor"].Value), $"{path}: {page} has no heading for #{link.Groups["anchor"].Value}");
        }
    }

    // As GitHub and docfx make them: lower case, a hyphen for a blank, and no punctuation.
    private static IEnumerable<string> AnchorsOf(string page) =>
        HeadingPattern().Matches(BlockPattern().Replace(DocsPage.Read(page).Text, ""))
            .Select(heading => PunctuationPattern().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<page>[^)\s#:]*)#(?<anchor>[^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("^ *```.*?^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex PunctuationPattern();
}
