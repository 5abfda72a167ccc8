namespace FmeTyped.Tool.Tests;

/// <summary>The assumptions of docs/reference/assumptions.md.</summary>
internal static class Ledger
{
    private static readonly string[] Sections =
        File.ReadAllText(Repository.PathOf("docs", "reference", "assumptions.md")).ReplaceLineEndings("\n").Split("\n## ");

    /// <summary>The text of an entry on one line.</summary>
    public static string Entry(string id) =>
        Sections.Single(section => section.StartsWith(id + "\n", StringComparison.Ordinal)).ReplaceLineEndings(" ");
}
