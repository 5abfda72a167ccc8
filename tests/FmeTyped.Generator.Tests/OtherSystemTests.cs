using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests;

/// <summary>What is different on other systems, tested on all: line ends of a checkout, and file names that differ by case only.</summary>
public class OtherSystemTests
{
    [Fact]
    public void Line_ends_of_the_schema_file_change_nothing()
    {
        string schema = File.ReadAllText(Repository.PathOf("workspaces.json")).ReplaceLineEndings("\n");

        GeneratorRun lines = GeneratorRun.From(schema);
        GeneratorRun windows = GeneratorRun.From(schema.ReplaceLineEndings("\r\n"));

        Assert.Equal(lines.Sources, windows.Sources);
        Assert.All(windows.Sources.Values, source => Assert.DoesNotContain('\r', source));
    }

    [Fact]
    public void Generated_files_differ_by_more_than_case()
    {
        GeneratorRun run = GeneratorRun.From(
            """
            { "format": 1, "workspaces": [
              { "repository": "City", "workspace": "map.fmw", "parameters": [] },
              { "repository": "CITY", "workspace": "map.fmw", "parameters": [] },
              { "repository": "City", "workspace": "Map.fmw", "parameters": [] } ] }
            """);

        Assert.Equal(3, run.Sources.Count);
        Assert.Distinct(run.Sources.Keys, StringComparer.OrdinalIgnoreCase);
    }
}
