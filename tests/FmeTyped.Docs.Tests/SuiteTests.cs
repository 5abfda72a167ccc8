using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>A test that a plain run leaves out is named in the check, or it would never run.</summary>
public partial class SuiteTests
{
    [Fact]
    public void The_check_names_every_suite_of_every_project_and_no_other()
    {
        string check = File.ReadAllText(Repository.PathOf(".ci", "run"));
        IEnumerable<string> named = Named().Matches(check).Select(match => match.Groups[1].Value);
        IEnumerable<string> marked = Directory.GetDirectories(Repository.PathOf("tests"), "*.Tests")
            .SelectMany(project => SuitesOf(project).Select(suite => $"{suite} {Path.GetFileName(project)}"));

        Assert.Equal(marked.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> SuitesOf(string project) =>
        Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Marked().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct();

    [GeneratedRegex(@"(?m)^\[(?:assembly: )?Trait\(""Suite"", ""(\w+)""\)\]")]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?m)^suite (\w+ [\w.]+)$")]
    private static partial Regex Named();
}
