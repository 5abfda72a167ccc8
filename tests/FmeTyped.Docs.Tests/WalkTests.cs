using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Docs.Tests;

/// <summary>The walks of docs/understand/architecture.md are walks of the code: each step names what the code of a step before it uses.</summary>
public sealed partial class WalkTests
{
    public static TheoryData<string> Walks => [.. WalkPattern().Matches(Page).Select(match => match.Groups["title"].Value)];

    private static string Page => DocsPage.Read("docs/understand/architecture.md").Text;

    [Fact]
    public void There_are_four_walks() => Assert.Equal(4, Walks.Count);

    [Theory]
    [MemberData(nameof(Walks))]
    public void Each_step_is_used_by_the_code_of_one_before_it(string title)
    {
        string text = WalkPattern().Matches(Page).Single(match => match.Groups["title"].Value == title).Groups["text"].Value;
        string[] steps = [.. StepPattern().Matches(text).Select(match => match.Groups["name"].Value)];
        Assert.True(steps.Length >= 5, $"{title} has {steps.Length} steps");
        Assert.All(steps, step => Assert.NotEmpty(SourceModel.Current.Find(step)));
        for (int i = 1; i < steps.Length; i++)
        {
            IReadOnlyList<ISymbol> step = SourceModel.Current.Find(steps[i]);
            Assert.True(
                steps.Take(i).Any(earlier => SourceModel.Current.Uses(SourceModel.Current.Find(earlier), step)),
                $"{title}: the code of no step before it uses {steps[i]}.");
        }
    }

    [GeneratedRegex(@"^## (?<title>Walk \d[^\n]*)\n(?<text>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex WalkPattern();

    [GeneratedRegex(@"^\d+\. \[`(?<name>[\w.]+)`\]", RegexOptions.Multiline)]
    private static partial Regex StepPattern();
}
