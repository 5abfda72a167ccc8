using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>What a reader sees of the summaries in generated code.</summary>
internal static partial class HoverTexts
{
    /// <summary>Every summary as its lines.</summary>
    public static IReadOnlyList<string[]> In(string source) => [.. Summary().Matches(source).Select(summary => LinesOf(summary.Value))];

    /// <summary>The lines over the member whose declaration begins with a text.</summary>
    public static string[] Over(string source, string declaration)
    {
        int end = source.IndexOf(declaration, StringComparison.Ordinal);
        Assert.True(end > 0, $"{declaration} is not in:\n{source}");
        return LinesOf(Summary().Matches(source[..end]).Last().Value);
    }

    /// <summary>Holds that all of them fit into 12 lines and 600 characters.</summary>
    public static void AssertShort(string source) => Assert.All(
        In(source),
        lines => Assert.True(lines.Length <= 12 && string.Join('\n', lines).Length <= 600, $"{lines.Length} lines:\n{string.Join('\n', lines)}"));

    private static string[] LinesOf(string comment)
    {
        string xml = Slashes().Replace(comment, "");
        XElement summary = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        return [.. summary.Value.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    [GeneratedRegex("^ *///", RegexOptions.Multiline)]
    private static partial Regex Slashes();

    // Only in comments: a caption in a string of the code may say the same.
    [GeneratedRegex("^ *///[ ]*<summary>.*?</summary>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Summary();
}
