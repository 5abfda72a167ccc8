using System.Globalization;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

public sealed class ConcurrentImportTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    [Fact]
    public async Task Runs_at_the_same_time_do_not_lose_what_the_other_wrote()
    {
        string[] names = [.. Enumerable.Range(0, 6).Select(number => string.Create(CultureInfo.InvariantCulture, $"map{number}"))];
        foreach (string name in names)
        {
            _folder.With($"{name}.json", Answers.V3List);
        }

        ToolResult[] results = await Task.WhenAll(names.Select(name => _folder.RunAsync("import", $"{name}.json", "--repository", "City")));

        Assert.All(results, result => result.MustEndWith(0));
        Assert.Equal(
            names.Select(name => name + ".fmw"), SchemaFileReader.Read(_folder.Read("workspaces.json")).Workspaces.Select(workspace => workspace.Name));
    }

    public void Dispose() => _folder.Dispose();
}
