using System.Text.RegularExpressions;
using FmeTyped.Docs.Tests;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Docs;

/// <summary>What the code of the page of bugs shows of the tool is what it prints.</summary>
public sealed partial class WhatWeCatchTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_parameter_that_the_server_renames_is_what_row_3_says(FmeFlowApis api)
    {
        DocsPage page = DocsPage.Read("tests/FmeTyped.Docs.Tests/Bugs.md");
        string schema = page.Blocks.Single(block => block.Info == "json").Code;
        CodeBlock server = page.Blocks.Single(block => block.Info == "csharp prints" && block.Code.Contains("VerifyAsync", StringComparison.Ordinal));
        CodeBlock printed = page.Blocks.Where(block => block.Line > server.Line).ElementAt(1);
        Match command = CommandPattern().Match(page.Text);
        Assert.True(command.Success);
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = server.Code.Split("\"\"\"")[1], Apis = api, BuildNumber = api == FmeFlowApis.V3 ? 22337 : 26018 },
            TestContext.Current.CancellationToken);
        _folder.With("workspaces.json", schema).Using(emulator);

        ToolResult result = (await _folder.RunAsync(command.Groups["arguments"].Value.Split(' '))).MustEndWith(2);

        Assert.Equal(printed.Code.TrimEnd(), result.Output.ReplaceLineEndings("\n").TrimEnd());
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("`fmetyped (?<arguments>check [^`]+)` ends with 2")]
    private static partial Regex CommandPattern();
}
