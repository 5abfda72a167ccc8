using FmeTyped.Tests.Shared;

namespace FmeTyped.Docs.Tests;

/// <summary>
/// Every block of C# in the documentation compiles. A block marked <c>csharp wrong</c> does not, and the block after it quotes the
/// compiler. Types are generated from the schema files that the page itself shows, otherwise from the one of the repository.
/// </summary>
public class SnippetTests
{
    public static TheoryData<string> Pages => [.. DocsPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_compiles_or_fails_as_the_page_says(string path)
    {
        DocsPage page = DocsPage.Read(path);
        string[] schemas = [.. page.Blocks.Where(block => block.Info == "json" && block.Code.Contains("\"format\": 1", StringComparison.Ordinal)).Select(block => block.Code)];
        if (!schemas.Any(schema => schema.Contains("austinDownload.fmw", StringComparison.Ordinal)))
        {
            schemas = [.. schemas, File.ReadAllText(Repository.PathOf("workspaces.json"))];
        }

        for (int i = 0; i < page.Blocks.Count; i++)
        {
            CodeBlock block = page.Blocks[i];
            if (block.Info.StartsWith("csharp", StringComparison.Ordinal))
            {
                string expected = block.Info == "csharp wrong" ? page.Blocks[i + 1].Code.TrimEnd() : "";
                string found = string.Join('\n', SnippetCompiler.Compile(block.Code, schemas));
                Assert.True(expected == found, $"{path}({block.Line}): expected\n{expected}\nfound\n{found}");
            }
        }
    }
}
