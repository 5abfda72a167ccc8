using System.Text.RegularExpressions;

namespace FmeTyped.Web.Tests.Web;

/// <summary>
/// The pages about JSON and the web show code that is tested here. It stands in blocks marked <c>cs</c>: those marked <c>csharp</c> are
/// compiled where all pages are, without ASP.NET Core.
/// </summary>
public partial class DocumentationTests
{
    [Theory]
    [InlineData("guides/json-and-web.md")]
    [InlineData("reference/diagnostics.md")]
    public void The_page_shows_tested_code(string path)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", path));
        string[] tested =
        [
            .. Directory.GetFiles(Repository.PathOf("tests", "FmeTyped.Web.Tests", "Web"), "*.cs").Select(file => Unindented(File.ReadAllText(file))),
            .. Directory.GetFiles(Repository.PathOf("tests", "FmeTyped.AspNetCore.Tests"), "*.cs").Select(file => Unindented(File.ReadAllText(file))),
            Unindented(File.ReadAllText(Repository.PathOf("samples", "MinimalApi", "Program.cs"))),
            Unindented(File.ReadAllText(Repository.PathOf("tests", "FmeTyped.Web.Tests", "Apps", "NativeAot", "Program.cs"))),
            Unindented(File.ReadAllText(Repository.PathOf("tests", "FmeTyped.Web.Tests", "Apps", "OneProject", "OneProjectApp.cs"))),
        ];

        string[] shown = [.. BlockPattern().Matches(page).Select(block => Unindented(block.Groups["code"].Value))];

        Assert.NotEmpty(shown);
        Assert.All(
            shown,
            code => Assert.Contains(tested, file => file.Contains(code, StringComparison.Ordinal)));
    }

    private static string Unindented(string code) => string.Join('\n', code.TrimEnd().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("^```cs\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
