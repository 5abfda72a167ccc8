using System.Text.RegularExpressions;
using FmeTyped.Tests.Shared;

namespace FmeTyped.Web.Tests.Web;

/// <summary>The documentation shows the code that is tested here.</summary>
public partial class DocumentationTests
{
    [Theory]
    [InlineData("FmeProblemHandler.cs")]
    [InlineData("FmeSchemaTransformer.cs")]
    [InlineData("SurveyApp.cs")]
    public void The_documentation_shows_the_tested_code(string file)
    {
        string documentation = File.ReadAllText(Repository.PathOf("docs", "json-and-web.md"));
        string code = File.ReadAllText(Repository.PathOf("tests", "FmeTyped.Web.Tests", "Web", file));

        Assert.All(SnippetPattern().Matches(code), snippet => Assert.Contains(Outdent(snippet.Groups[1].Value), documentation, StringComparison.Ordinal));
    }

    private static string Outdent(string code)
    {
        string[] lines = code.TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex("// <snippet[^>]*>\n(.*?)// </snippet>", RegexOptions.Singleline)]
    private static partial Regex SnippetPattern();
}
