using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>Each bug of the list has a section in Bugs.md, whose code is caught in the way the list says, and is right afterwards.</summary>
public partial class WhatWeCatchTests
{
    public const string Path = "docs/understand/what-we-catch.md";

    private static readonly DocsPage Page = DocsPage.Read(Path);
    private static readonly DocsPage Bugs = DocsPage.Read("tests/FmeTyped.Docs.Tests/Bugs.md");

    public static TheoryData<string> Items => [.. ItemPattern().Matches(Page.Text).Select(item => item.Groups["id"].Value)];

    [Fact]
    public void The_list_has_thirty_bugs_and_five_of_them_were_repaired_in_one_place()
    {
        string[] ids = [.. Items.Select(item => item.Data)];
        Assert.Equal(Enumerable.Range(1, 30), ids.Select(id => int.Parse(id.TrimEnd('a', 'b'), System.Globalization.CultureInfo.InvariantCulture)).Distinct());
        Assert.Equal(["1", "2", "3", "4a", "4b"], ids.TakeWhile(id => id != "5"));
        Assert.All(ids.TakeWhile(id => id != "5"), id => Assert.StartsWith("Compile error CS", CaughtOf(id), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Items))]
    public async Task A_bug_is_caught_as_its_item_says(string id)
    {
        string caught = CaughtOf(id);
        (int first, int last) = Bugs.SectionOf(id);
        await new Snippets(Bugs).CheckAsync(first, last);

        CodeBlock[] blocks = [.. Bugs.Blocks.Where(block => block.Line >= first && block.Line <= last)];
        string[] proofs = [.. Bugs.Blocks.Zip(Bugs.Blocks.Skip(1))
            .Where(pair => blocks.Contains(pair.First) && pair.First.Info is "csharp wrong" or "csharp prints")
            .Select(pair => pair.Second.Code)];
        if (!caught.StartsWith("Out of reach", StringComparison.Ordinal))
        {
            Assert.NotEmpty(proofs);
        }

        // Each id and type that the item names is in what the compiler or the program says.
        foreach (Match name in NamePattern().Matches(caught))
        {
            Assert.Contains(proofs, proof => proof.Contains(name.Groups["name"].Value, StringComparison.Ordinal));
        }

        Assert.True(blocks.Any(block => block.Info is "csharp" or "csharp prints"), "nothing shows how it is right");
    }

    private static string CaughtOf(string id) => ItemPattern().Matches(Page.Text).Single(item => item.Groups["id"].Value == id).Groups["caught"].Value;

    [GeneratedRegex(
        @"^\* (?<id>\d+[ab]?): (.|\n  )+?\.\s+(?<caught>(Compile error|FME1|Run time|Out of reach)(.|\n  )+)$", RegexOptions.Multiline)]
    private static partial Regex ItemPattern();

    [GeneratedRegex("`?(?<name>CS\\d{4}|FME\\d{4}|Fme\\w+)`?")]
    private static partial Regex NamePattern();
}
