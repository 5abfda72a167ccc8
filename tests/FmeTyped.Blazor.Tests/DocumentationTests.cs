using System.Text.RegularExpressions;

namespace FmeTyped.Blazor.Tests;

/// <summary>The code of docs/guides/forms.md is that of the site, which compiles and is tested.</summary>
public partial class DocumentationTests
{
    [Theory]
    [InlineData("razor", 4)]
    [InlineData("cs", 2)]
    [InlineData("css", 1)]
    public void A_block_of_the_page_stands_in_a_file_that_is_tested(string kind, int count)
    {
        string[] sources =
        [
            .. Directory.GetFiles(Repository.PathOf("tests", "FmeTyped.Blazor.Tests", "Site")).Select(File.ReadAllText).Select(Lines),
            Lines(File.ReadAllText(Repository.PathOf("src", "FmeTyped.Blazor", "wwwroot", "fme-form.css"))),
        ];
        string[] blocks = [.. Block().Matches(File.ReadAllText(Repository.PathOf("docs", "guides", "forms.md"))).Where(match => match.Groups[1].Value == kind)
            .Select(match => match.Groups[2].Value)];

        Assert.Equal(count, blocks.Length);
        Assert.All(blocks, block =>
        {
            // Of a stylesheet the names count: the values are the reader's.
            string[] parts = kind == "css"
                ? [.. Variable().Matches(block).Select(variable => variable.Value)]
                : [Lines(block.Replace("MyApp.Fme", "FmeTyped.Blazor.Tests.Fme", StringComparison.Ordinal))];
            Assert.All(parts, part => Assert.Contains(sources, source => source.Contains(part, StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void The_page_names_every_variable_of_the_stylesheet()
    {
        IEnumerable<string> Variables(params string[] path) =>
            Variable().Matches(File.ReadAllText(Repository.PathOf(path))).Select(variable => variable.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Variables("src", "FmeTyped.Blazor", "wwwroot", "fme-form.css"), Variables("docs", "guides", "forms.md"));
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```(\\w+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("--fme-[a-z-]+")]
    private static partial Regex Variable();
}
