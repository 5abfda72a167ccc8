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
        Same(OperationsOf(flow), RowsOf(Operation(), Page));
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
        Same(groups, RowsOf(Group(), Page));
    }

    [Fact]
    public void Every_row_has_its_fact() =>
        Assert.All(Page.Where(line => line.StartsWith("| `", StringComparison.Ordinal)), line => Assert.NotEmpty(line.Split('|')[^2].Trim()));

    private static void Same(IEnumerable<string> expected, IEnumerable<string> found)
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
        let path = Constraint().Replace(route.RoutePattern.RawText!, "}").Replace("**", "", StringComparison.Ordinal)
        select $"{method} {(path.Length > 1 ? path.TrimEnd('/') : path)} {BuildOf(route, path)}";

    // Version 4 is there from a build on, whichever of its routes.
    private static string BuildOf(RouteEndpoint route, string path) =>
        Build(FirstBuild.From(route) ?? (path.StartsWith("/fmeapiv4", StringComparison.Ordinal) ? EmulatedBuild.FirstWithV4 : ApiGroups.Always));

    private static string Build(int number) => number == ApiGroups.Always ? "all" : number.ToString(CultureInfo.InvariantCulture);

    private static bool IsBelow(string path, string group) => path == group || path.StartsWith($"{group}/", StringComparison.Ordinal);

    private static string[] RowsOf(Regex row, string[] page) =>
        [.. page.Select(line => row.Match(line)).Where(match => match.Success).Select(match => string.Join(' ', match.Groups.Values.Skip(1)))];

    [GeneratedRegex("^\\| `([A-Z]+ /[^`]*)` \\| (all|[0-9]{5}) \\|")]
    private static partial Regex Operation();

    [GeneratedRegex("^\\| `(/[^`]*)` \\| (all|[0-9]{5}) \\| (in part|no) \\|")]
    private static partial Regex Group();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
