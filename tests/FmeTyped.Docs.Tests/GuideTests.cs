using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>A guide answers the question in its title with a program that is complete, and does not send the reader through the whole documentation.</summary>
public sealed partial class GuideTests
{
    private const int MostPages = 3;
    private const int MostWordsOfReadme = 600;

    public static TheoryData<string> Guides => [.. DocsPage.Paths.Where(path => path.StartsWith("docs/guides/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_asks_a_question_and_answers_it_with_a_complete_program(string path)
    {
        DocsPage page = DocsPage.Read(path);

        Assert.Matches(@"^# .*\?\n", page.Text);
        // A page of Razor and a program in F# are complete as well: both are compiled where their samples and sites are.
        Assert.Contains(page.Blocks, block => block.IsProgram || block.Info is "razor" or "fsharp");
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_links_at_most_three_other_pages(string path)
    {
        string[] linked = [.. PageLink().Matches(DocsPage.Read(path).Text).Select(match => match.Groups["page"].Value).Distinct()];
        Assert.True(linked.Length <= MostPages, $"{path} links to {string.Join(", ", linked)}");
    }

    [Fact]
    public void The_first_page_of_the_repository_is_one_screen()
    {
        int words = DocsPage.Read("README.md").Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.True(words < MostWordsOfReadme, $"README.md has {words} words");
    }

    [Fact]
    public void There_is_one_advice_on_package_feeds()
    {
        string[] LinesOf(string path) =>
            [.. DocsPage.Read(path).Blocks.SelectMany(block => block.Code.Split('\n')).Where(line => line.Contains("nuget", StringComparison.Ordinal))];

        string[] advice = LinesOf("README.md");
        Assert.Contains("--configfile nuget.config", advice[^1], StringComparison.Ordinal);
        Assert.Equal(advice, LinesOf("docs/index.md"));
    }

    [Theory]
    [InlineData("fsharp", "samples/FSharp/Program.fs")]
    [InlineData("vb", "samples/VisualBasic/Program.vb")]
    [InlineData("csharp program", "samples/Workspaces/Reports.cs")]
    public void Code_of_other_languages_stands_in_a_sample(string language, string sample)
    {
        string text = File.ReadAllText(Repository.PathOf(sample)).ReplaceLineEndings("\n");
        CodeBlock block = Assert.Single(DocsPage.Read("docs/guides/fsharp-and-vb.md").Blocks, block => block.Info == language);
        Assert.All(block.Code.Split("\n\n"), part => Assert.Contains(part.Trim('\n'), text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?!https?:)(?<page>[^)#\s]+\.md)(#[^)]*)?\)")]
    private static partial Regex PageLink();
}
