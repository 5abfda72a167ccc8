using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>
/// Each row of the table of differences is shown by the program on the page, whose output <see cref="SnippetTests"/> checks against the emulator.
/// </summary>
public partial class MigrationTests
{
    private static readonly DocsPage Page = DocsPage.Read("docs/guides/migrating-v3-to-v4.md");

    [Fact]
    public void Every_difference_is_shown_by_a_program()
    {
        string[] kinds = Page.Blocks.Single(block => block.Code.StartsWith("build ", StringComparison.Ordinal)).Code.Split("build ")[1..];
        Match[] rows = [.. RowPattern().Matches(Page.Text).Skip(1)];

        Assert.NotEmpty(rows);
        Assert.Equal(2, kinds.Length);
        Assert.All(rows, row => Assert.True(
            AreShown(row.Groups["v3"].Value, Line(kinds[0], row))
                && AreShown(row.Groups["v4"].Value, Line(kinds[1], row))
                && Line(kinds[0], row) != Line(kinds[1], row),
            $"'{row.Value}' and '{Line(kinds[0], row)}' with version 3, '{Line(kinds[1], row)}' with version 4"));
        Assert.All(kinds, kind => Assert.Equal(rows.Length, kind.Split("\n  ").Length - 1));
    }

    // What a version has not is refused, and all else is for the reader to compare.
    private static bool AreShown(string cell, string? line) => cell switch
    {
        "no" => line == nameof(FmeNotSupportedException),
        "yes" => line == "yes",
        _ => line is not (null or nameof(FmeNotSupportedException)),
    };

    private static string? Line(string kind, Match row) => kind.Split('\n')
        .Select(line => line.Split(": ", 2))
        .SingleOrDefault(line => line[0] == $"  {row.Groups["what"].Value}")?[1];

    [GeneratedRegex(@"^\| (?<what>[^|\n]+) \| (?<v3>[^|\n]+) \| (?<v4>[^|\n]+) \| [^|\n]+ \|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();
}
