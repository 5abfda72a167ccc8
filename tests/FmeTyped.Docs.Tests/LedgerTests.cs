using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>The ledger of assumptions has what code and documentation cite.</summary>
public partial class LedgerTests
{
    private static readonly string[] Entries = DocsPage.Read("docs/reference/assumptions.md").Text.Split("\n## ")[1..];

    // An entry without a name is the emulator's.
    [Fact]
    public void Every_entry_says_who_relies_on_it_what_is_assumed_and_why() => Assert.All(Entries, entry => Assert.Matches(EntryPattern(), entry));

    [Fact]
    public void Every_id_that_is_cited_has_one_entry()
    {
        string[] ids = [.. Entries.Select(entry => entry[..4])];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(CitedIds(), cited => Assert.True(ids.Contains(cited.Id), $"{cited.File} cites {cited.Id}"));
    }

    private static IEnumerable<(string File, string Id)> CitedIds() =>
        from file in DocsPage.Paths.Select(path => Repository.PathOf(path))
            .Concat(Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories))
        where !file.Contains("/obj/", StringComparison.Ordinal)
        from Match match in IdPattern().Matches(File.ReadAllText(file))
        select (file, match.Value.ToUpperInvariant());

    [GeneratedRegex(@"^A[0-9]{3}\n\n((Emulator,|Client|Schema|Tool|Docs|Form)[^:]*: )?\*\*[^*]+\*\*.*\sWhy:\s", RegexOptions.Singleline)]
    private static partial Regex EntryPattern();

    [GeneratedRegex(@"\bA[0-9]{3}\b|(?<=assumptions\.md#)a[0-9]{3}\b")]
    private static partial Regex IdPattern();
}
