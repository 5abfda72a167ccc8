using FmeTyped.Testing;

namespace FmeTyped.Docs.Tests;

/// <summary>
/// The C# of a page. A block <c>csharp</c> compiles without a warning. One marked <c>csharp wrong</c> does not, and the block after it quotes the
/// compiler. One marked <c>csharp prints</c> compiles and runs against an emulator, and the block after it has what it prints. One marked
/// <c>csharp program</c>, or <c>csharp program prints</c>, is complete: it compiles without anything around it. Types are generated from the schema files
/// that the page itself shows, otherwise from the one of the repository.
/// </summary>
internal sealed class Snippets
{
    private readonly DocsPage _page;
    private readonly string[] _shown;
    private readonly bool _hasOwnSamples;

    public Snippets(DocsPage page)
    {
        _page = page;
        _shown = [.. page.Blocks.Where(block => block.Info == "json" && block.Code.Contains("\"format\": 1", StringComparison.Ordinal))
            .Select(block => block.Code)];
        _hasOwnSamples = _shown.Any(schema => schema.Contains("austinDownload.fmw", StringComparison.Ordinal));
    }

    /// <summary>Checks the blocks from one line of the page to another.</summary>
    public async Task CheckAsync(int firstLine = 0, int lastLine = int.MaxValue)
    {
        for (int i = 0; i < _page.Blocks.Count; i++)
        {
            CodeBlock block = _page.Blocks[i];
            if (block.Info.StartsWith("csharp", StringComparison.Ordinal) && block.Line >= firstLine && block.Line <= lastLine)
            {
                bool quotes = block.IsWrong || block.Prints;
                string next = quotes ? _page.Blocks[i + 1].Code.TrimEnd() : "";
                Assert.False(quotes && next.Length == 0, $"{_page.Path}({block.Line}): nothing is quoted below");
                string found = string.Join('\n', await SnippetCompiler.CompileAsync(block, Schemas));
                Check(block, block.IsWrong ? next : "", found);
                if (block.Prints)
                {
                    await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
                        new FmeFlowEmulatorOptions
                        {
                            SchemaJson = _shown.SingleOrDefault(),
                            SchemaFiles = _hasOwnSamples ? [] : [Repository.PathOf("workspaces.json")],
                        },
                        TestContext.Current.CancellationToken);
                    Check(block, next, (await SnippetCompiler.RunAsync(block, Schemas, emulator)).TrimEnd());
                }
            }
        }
    }

    private string[] Schemas => _hasOwnSamples ? _shown : [.. _shown, File.ReadAllText(Repository.PathOf("workspaces.json"))];

    private void Check(CodeBlock block, string expected, string found) =>
        Assert.True(expected == found, $"{_page.Path}({block.Line}): expected\n{expected}\nfound\n{found}");
}
