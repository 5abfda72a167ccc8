using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing.Tests;

/// <summary>docs/reference/emulator.md lists what is emulated by operation, and the rest by group: all of it, and nothing else.</summary>
public sealed partial class EmulatorPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "reference", "emulator.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Every_operation_stands_on_the_page_with_its_build()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Same(OperationsOf(flow), [.. Operations().Select(operation => $"{operation.Method} {operation.Path} {operation.Build}")]);
    }

    // A group that has an operation on the page is not listed again: it begins with its first operation.
    [Fact]
    public void Every_group_stands_on_the_page_with_its_build()
    {
        IEnumerable<string> groups = V3Groups.All.FirstBuilds.Select(group => ($"/fmerest/v3/{group.Key}", group.Value))
            .Concat(V4Groups.All.FirstBuilds.Select(group => ($"/fmeapiv4/{group.Key}", group.Value)))
            .Concat(ServiceRoutes.NotEmulated.Select(service => ($"/{service}", ApiGroups.Always)))
            .Select(group => $"{group.Item1} {Build(group.Item2)}");
        IEnumerable<string> begun =
            from operation in Operations()
            let path = Rest().Match(operation.Path)
            where path.Success
            group operation.Build by path.Value into builds
            select $"{builds.Key} {builds.Min(StringComparer.Ordinal)}";
        Same(groups, [.. begun, .. Items().Where(item => item.Name[0] == '/').Select(item => $"{item.Name} {item.Build}")]);
    }

    [Fact]
    public void Every_item_has_its_fact() => Assert.All(Items(), item => Assert.NotEmpty(item.Fact.Trim()));

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

    // A part says below which path its operations are; an item begins with its build, unless that is every build.
    private static IEnumerable<(string Name, string Build, string Fact)> Items()
    {
        foreach (string part in Part().Split(Page[Page.IndexOf("\n## The operations\n", StringComparison.Ordinal)..]))
        {
            bool isOperations = part.StartsWith("### ", StringComparison.Ordinal);
            string prefix = Below().Match(part).Groups["path"].Value;
            foreach (Match item in Item().Matches(part))
            {
                string build = item.Groups["build"].Success ? item.Groups["build"].Value : "all";
                foreach (string text in item.Groups["name"].Captures.Select(name => name.Value))
                {
                    string name = isOperations && text[0] == '/' ? $"GET {text}" : text;
                    int path = name.IndexOf('/', StringComparison.Ordinal);
                    foreach (string one in Variants($"{name[..path]}{prefix}{name[path..]}"))
                    {
                        yield return (one, build, item.Groups["fact"].Value);
                    }
                }
            }
        }
    }

    // What is in brackets may be left out.
    private static IEnumerable<string> Variants(string name)
    {
        Match brackets = Brackets().Match(name);
        return brackets.Success
            ? Variants(brackets.Result("$`$'")).Concat(Variants(brackets.Result("$`${inner}$'")))
            : [name];
    }

    private static IEnumerable<(string Method, string Path, string Build)> Operations() =>
        from item in Items()
        where item.Name[0] != '/'
        let parts = item.Name.Split(' ')
        from method in parts[0].Split(',')
        select (method, parts[1], item.Build);

    [GeneratedRegex("^(?=##)", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex("elow `(?<path>/[^`]*)`")]
    private static partial Regex Below();

    [GeneratedRegex(@"^\* ((?<build>[0-9]{5}): )?(`(?<name>[^`]+)`(,\s+)?)+:(?<fact>.*(\n  .*)*)", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"\[(?<inner>([^\[\]]|(?<open>\[)|(?<-open>\]))*)\](?(open)(?!))")]
    private static partial Regex Brackets();

    [GeneratedRegex("^/(fmerest/v3|fmeapiv4)/[^/]+")]
    private static partial Regex Rest();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
