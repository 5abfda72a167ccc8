using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1015: names in Repositories and Queues that no workspace has.</summary>
public class OptionNamesAnalyzerTests
{
    private static readonly string Order = Sample.From(
        Sample.Workspace("orderForm.fmw", Sample.Text("NOTE")),
        Sample.Workspace("map.fmw", Sample.Text("NOTE")),
        Sample.Workspace("night\\u202E.fmw", Sample.Text("NOTE")),
        Sample.Workspace("other.fmw", Sample.Text("NOTE")).Replace("\"Test\"", "\"Planning\"", StringComparison.Ordinal));

    private static readonly MetadataReference Library = AnalyzerRun.Library(Order);

    [Theory]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Repositories = { [\"Tset\"] = \"Test-2\" } }")]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Repositories = { { \"Tset\", \"Test-2\" } } }")]
    [InlineData("options.Repositories[\"Tset\"] = \"Test-2\"")]
    public async Task A_repository_that_is_not_there(string expression)
    {
        const string Message =
            "Repositories has 'Tset', but no generated type is of that repository, so the entry has no effect. Did you mean 'Test'?";

        Assert.Equal([new("FME1015", "\"Tset\"", Message)], await Run(expression));
    }

    [Theory]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Queues = { [\"Archive\"] = new() { [\"map.fmw\"] = \"Night\" } } }")]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Queues = { { \"Archive\", new() { { \"map.fmw\", \"Night\" } } } } }")]
    [InlineData("options.Queues[\"Archive\"] = new() { [\"map.fmw\"] = \"Night\" }")]
    [InlineData("options.Queues[\"Archive\"][\"map.fmw\"] = \"Night\"", false)]
    public async Task A_repository_of_queues_that_is_not_there(string expression, bool isEntry = true)
    {
        const string Message = "Queues has 'Archive', but no generated type is of that repository, so the entry has no effect.";

        Assert.Equal(isEntry ? [new("FME1015", "\"Archive\"", Message)] : [], await Run(expression));
    }

    [Theory]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Queues = { [\"Test\"] = new() { [\"orderfrom.fmw\"] = \"Night\" } } }")]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Queues = { { \"Test\", new() { { \"orderfrom.fmw\", \"Night\" } } } } }")]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Queues = { [\"Test\"] = new Dictionary<string, string> { [\"orderfrom.fmw\"] = \"Night\" } } }")]
    [InlineData("options.Queues[\"Test\"] = new() { [\"orderfrom.fmw\"] = \"Night\" }")]
    [InlineData("options.Queues[\"Test\"][\"orderfrom.fmw\"] = \"Night\"")]
    public async Task A_workspace_that_is_not_there(string expression)
    {
        const string Message =
            "Queues has 'orderfrom.fmw', but no generated type is of that workspace of Test, so the entry has no effect. Did you mean 'orderForm.fmw'?";

        Assert.Equal([new("FME1015", "\"orderfrom.fmw\"", Message)], await Run(expression));
    }

    [Fact]
    public async Task A_name_that_turns_the_direction_of_writing_is_shown_with_its_code_point()
    {
        AnalyzerRun.Finding found = Assert.Single(await Run("options.Queues[\"Test\"][\"night.fmw\"] = \"Night\""));

        Assert.EndsWith("Did you mean 'night<U+202E>.fmw'?", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_of_another_repository()
    {
        AnalyzerRun.Finding found = Assert.Single(await Run("options.Queues[\"Test\"][\"other.fmw\"] = \"Night\""));

        Assert.Equal("Queues has 'other.fmw', but no generated type is of that workspace of Test, so the entry has no effect.", found.Message);
    }

    [Theory]
    [InlineData("new FmeFlowOptions { ServerUrl = url, Repositories = { [\"Test\"] = \"Tset\" }, Queues = { [\"Test\"] = new() { [\"map.fmw\"] = \"Q\" } } }")]
    [InlineData("options.Repositories[name] = \"Test-2\"")]
    [InlineData("options.Queues[name] = new() { [\"map.fmw\"] = \"Night\" }")]
    [InlineData("options.Queues[\"Test\"][name] = \"Night\"")]
    [InlineData("new Dictionary<string, string> { [\"Tset\"] = \"Test-2\" }")]
    [InlineData("new Own { Repositories = { [\"Tset\"] = \"Test-2\" } }")]
    public async Task A_name_that_is_there_or_not_known_and_other_dictionaries(string expression)
    {
        Assert.Empty(await Run(expression));
    }

    [Fact]
    public async Task A_project_without_any_type_is_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new OptionNamesAnalyzer(), null, Code("options.Repositories[\"Tset\"] = \"Test-2\"")));
    }

    // In the project that generates the requests, and in one that references it, the same is reported.
    private static async Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string expression)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await AnalyzerRun.From(new OptionNamesAnalyzer(), Order, Code(expression));
        Assert.Equal(found, await AnalyzerRun.From(new OptionNamesAnalyzer(), null, Code(expression), [Library]));
        return found;
    }

    private static string Code(string expression) => $$"""
        using System;
        using System.Collections.Generic;
        using FmeTyped;

        internal sealed class Own { public Dictionary<string, string> Repositories { get; } = []; }

        internal static class User
        {
            public static object Make(FmeFlowOptions options, Uri url, string name) => {{expression}};
            public static object All(FmeFlowOptions options, Uri url, string name) => (options, url, name, new List<string>(), new Own());
        }
        """;
}
