using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>Each row of the table of bugs has a section in Bugs.md, whose code is caught in the way the row says, and is right afterwards.</summary>
public partial class WhatWeCatchTests
{
    public const string Path = "docs/understand/what-we-catch.md";

    private static readonly DocsPage Page = DocsPage.Read(Path);
    private static readonly DocsPage Bugs = DocsPage.Read("tests/FmeTyped.Docs.Tests/Bugs.md");

    public static TheoryData<string> Rows => [.. RowPattern().Matches(Page.Text).Select(row => row.Groups["id"].Value)];

    [Fact]
    public void The_table_has_thirty_bugs_and_five_of_them_were_repaired_in_one_place()
    {
        string[] ids = [.. Rows.Select(row => row.Data)];
        Assert.Equal(Enumerable.Range(1, 30), ids.Select(id => int.Parse(id.TrimEnd('a', 'b'), System.Globalization.CultureInfo.InvariantCulture)).Distinct());
        Assert.Equal(["1", "2", "3", "4a", "4b"], ids.TakeWhile(id => id != "5"));
        Assert.All(ids.TakeWhile(id => id != "5"), id => Assert.StartsWith("compile error CS", CaughtOf(id), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_bug_is_caught_as_its_row_says(string id)
    {
        string caught = CaughtOf(id);
        (int first, int last) = Bugs.SectionOf(id);
        await new Snippets(Bugs).CheckAsync(first, last);

        CodeBlock[] blocks = [.. Bugs.Blocks.Where(block => block.Line >= first && block.Line <= last)];
        string[] proofs = [.. Bugs.Blocks.Zip(Bugs.Blocks.Skip(1))
            .Where(pair => blocks.Contains(pair.First) && pair.First.Info is "csharp wrong" or "csharp prints")
            .Select(pair => pair.Second.Code)];
        if (!caught.StartsWith("out of reach", StringComparison.Ordinal))
        {
            Assert.NotEmpty(proofs);
        }

        // Each id and type that the row names is in what the compiler or the program says.
        foreach (Match name in NamePattern().Matches(caught))
        {
            Assert.Contains(proofs, proof => proof.Contains(name.Groups["name"].Value, StringComparison.Ordinal));
        }

        Assert.True(blocks.Any(block => block.Info is "csharp" or "csharp prints"), "nothing shows how it is right");
    }

    [Fact]
    public void The_page_shows_tested_code() => Assert.All(Page.Blocks, block => Assert.Contains(
        Bugs.Blocks, tested => (tested.Info, tested.Code) == (block.Info, block.Code)));

    private static string CaughtOf(string id) => RowPattern().Matches(Page.Text).Single(row => row.Groups["id"].Value == id).Groups["caught"].Value;

    [GeneratedRegex(@"^\| (?<id>\d+[ab]?) \|[^|\n]*\| (?<caught>[^|\n]*) \|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("`?(?<name>CS\\d{4}|FME\\d{4}|Fme\\w+)`?")]
    private static partial Regex NamePattern();
}
