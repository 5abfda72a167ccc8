using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing.Tests;

/// <summary>docs/reference/emulator.md lists what is emulated by operation, and the rest by group: all of it, and nothing else.</summary>
public sealed partial class EmulatorPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "reference", "emulator.md"));

    [Fact]
    public async Task Every_operation_stands_on_the_page_with_its_build()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Same(OperationsOf(flow), [.. Operations()]);
    }

    [Fact]
    public async Task Every_group_stands_on_the_page_with_its_build()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        HashSet<string> emulated = [.. OperationsOf(flow).Select(row => row.Split(' ')[1])];
        IEnumerable<string> groups = V3Groups.All.FirstBuilds.Select(group => ($"/fmerest/v3/{group.Key}", group.Value))
            .Concat(V4Groups.All.FirstBuilds.Select(group => ($"/fmeapiv4/{group.Key}", group.Value)))
            .Concat(ServiceRoutes.NotEmulated.Select(service => ($"/{service}", ApiGroups.Always)))
            .Select(group => $"{group.Item1} {Build(group.Item2)} {(emulated.Any(path => IsBelow(path, group.Item1)) ? "in part" : "no")}");
        Same(groups, [.. Groups()]);
    }

    [Fact]
    public void Every_row_has_its_fact() =>
        Assert.All(Rows(), row => Assert.NotEmpty(row.Cells[^1]));

    private static void Same(IEnumerable<string> expected, string[] found)
    {
        string[] missing = [.. expected.Except(found).Order(StringComparer.Ordinal)];
        string[] unknown = [.. found.Except(expected)];
        Assert.True(
            missing.Length + unknown.Length == 0,
            $"Not on the page:\n{string.Join('\n', missing)}\nOn the page, and not so:\n{string.Join('\n', unknown)}");
        Assert.Equal(found.Distinct(), found);
    }

    private static IEnumerable<string> OperationsOf(Flow flow) =>
        from route in flow.Emulator.Routes
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where !IsOfPage(route) // No server has these.
        let path = Constraint().Replace(route.RoutePattern.RawText!, "}").Replace("**", "", StringComparison.Ordinal)
        select $"{method} {(path.Length > 1 ? path.TrimEnd('/') : path)} {BuildOf(route, path)}";

    // Version 4 is there from a build on, whichever of its routes.
    private static string BuildOf(RouteEndpoint route, string path) =>
        Build(FirstBuild.From(route) ?? (path.StartsWith("/fmeapiv4", StringComparison.Ordinal) ? EmulatedBuild.FirstWithV4 : ApiGroups.Always));

    private static bool IsOfPage(RouteEndpoint route) =>
        route.RoutePattern.RawText is "/" || route.RoutePattern.RawText!.StartsWith("/emulator/", StringComparison.Ordinal);

    private static string Build(int number) => number == ApiGroups.Always ? "all" : number.ToString(CultureInfo.InvariantCulture);

    private static bool IsBelow(string path, string group) => path == group || path.StartsWith($"{group}/", StringComparison.Ordinal);

    // A table says below which path its rows are, and leaves out the build where it is that of all.
    private static IEnumerable<(string Names, string Build, string[] Cells)> Rows()
    {
        string prefix = "";
        foreach (string line in Page)
        {
            string[] cells = [.. line.Trim('|').Split(" | ").Select(cell => cell.Trim())];
            if (line.StartsWith("| below `", StringComparison.Ordinal) || line.StartsWith("| operation |", StringComparison.Ordinal)
                || line.StartsWith("| service |", StringComparison.Ordinal))
            {
                prefix = Path().Match(cells[0]).Value;
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                bool hasBuild = Number().IsMatch(cells[1]);
                foreach (string one in cells[0].Split("<br>"))
                {
                    string name = one.Trim('`');
                    int path = name.IndexOf('/', StringComparison.Ordinal);
                    yield return ($"{name[..path]}{prefix}{name[path..]}", hasBuild ? cells[1] : "all", cells[(hasBuild ? 2 : 1)..]);
                }
            }
        }
    }

    private static IEnumerable<string> Operations() =>
        from row in Rows()
        where row.Names[0] != '/'
        let parts = row.Names.Split(' ')
        from method in parts[0].Split(',')
        select $"{method} {parts[1]} {row.Build}";

    private static IEnumerable<string> Groups() =>
        from row in Rows()
        where row.Names[0] == '/'
        select $"{row.Names} {row.Build} {row.Cells[0]}";

    [GeneratedRegex("/[^`]*")]
    private static partial Regex Path();

    [GeneratedRegex("^(all|[0-9]{5})$")]
    private static partial Regex Number();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
