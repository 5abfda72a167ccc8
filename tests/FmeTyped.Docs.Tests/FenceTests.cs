using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FmeTyped.Docs.Tests;

/// <summary>No block of code in the documentation goes unchecked because of how it is marked.</summary>
public partial class FenceTests
{
    private const string Diagnostics = "docs/reference/diagnostics.md";

    // Code that needs ASP.NET Core, which is tested where that is: see DocumentationTests of the web tests.
    private static readonly string[] PagesOfTheWeb = ["docs/guides/json-and-web.md", Diagnostics];

    // Pages of Blazor, tested where Blazor is: see DocumentationTests of the tests of forms.
    private const string PageOfForms = "docs/guides/forms.md";

    // Its code in other languages is that of samples: see GuideTests.
    private const string PageOfLanguages = "docs/guides/fsharp-and-vb.md";

    // Its Bash function is run where the tool is: see ToolAppTests.
    private const string PageOfTheTool = "docs/reference/tool.md";

    // Its code is that of the page of forms.
    private const string PackageOfForms = "src/FmeTyped.Blazor/README.md";

    public static TheoryData<string> Pages => [.. DocsPage.Paths];

    public static TheoryData<string> DiagnosticsOfUse =>
        [.. IdOfUse().Matches(DocsPage.Read(Diagnostics).Text).Select(match => match.Groups["id"].Value).Where(id => id != "FME1001")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_of_a_kind_that_is_checked(string path)
    {
        string[] more = PagesOfTheWeb.Contains(path) ? ["cs"]
            : path is PageOfForms or PackageOfForms ? ["cs", "razor", "css"]
            : path == PageOfLanguages ? ["fsharp", "vb"]
            : path == PageOfTheTool ? ["bash"] : [];
        string[] kinds = ["csharp", "csharp wrong", "csharp prints", "csharp program", "csharp program prints", "json", "xml", "ini", "yaml", "", .. more];
        Assert.All(DocsPage.Read(path).Blocks, block => Assert.Contains(block.Info, kinds));
    }

    [Fact]
    public void The_package_of_forms_shows_code_of_the_page_of_forms()
    {
        string[] tested = [.. DocsPage.Read(PageOfForms).Blocks.Select(block => block.Code)];
        Assert.All(DocsPage.Read(PackageOfForms).Blocks.Where(block => block.Info.Length > 0), block => Assert.Contains(block.Code, tested));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_JSON_or_XML_can_be_read(string path)
    {
        foreach (CodeBlock block in DocsPage.Read(path).Blocks)
        {
            if (block.Info == "json")
            {
                JsonNode.Parse(block.Code);
            }
            else if (block.Info == "xml")
            {
                XElement.Parse(block.Code);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DiagnosticsOfUse))]
    public void A_diagnostic_of_use_has_a_section_with_code_of_which_it_is_reported(string id)
    {
        DocsPage page = DocsPage.Read(Diagnostics);
        (int first, int last) = page.SectionOf(id);
        CodeBlock[] blocks = [.. page.Blocks.Where(block => block.Line >= first && block.Line <= last)];
        Assert.Contains(
            blocks.Zip(blocks.Skip(1)), pair => pair.First.Info == "csharp wrong" && pair.Second.Code.Contains(id + ":", StringComparison.Ordinal));
    }

    [GeneratedRegex("^### (?<id>FME1[0-9]{3})$", RegexOptions.Multiline)]
    private static partial Regex IdOfUse();
}
