using System.Runtime.Loader;
using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

/// <summary>
/// The core stays small. Who adds a feature to it raises a number here, in the commit of the feature; the ceiling is 85 types, 60 of them in FmeTyped, and 800
/// lines.
/// </summary>
public class CoreSizeTests(PackedPackages packages)
{
    // Three of them are attributes by which generated code tells the analyzers what to check, in this project and in others; one names the kinds of conditions.
    private const int MostTypes = 84;
    private const int MostTypesInSight = 60;

    // 33 of them came with features of parameters: color models, fractions and offsets of times, steps of numbers, and more conditions of visibility;
    // 6 with the attributes; 17 make conditions readable and requests out of JSON and files, for what is built upon the core; 11 came with forms: what a form
    // shows, and requests by descriptor alone; 2 with a team's own record of a parameter, which verifying compares; 2 with long polls, 1 with HTTP Basic,
    // 2 with e-mail to the requester; 3 with webhooks, 2 with data of the caller's for streams; 1 with the text of generated records.
    private const int MostLines = 799;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_core_exports_few_types(string framework)
    {
        var context = new AssemblyLoadContext(nameof(CoreSizeTests), isCollectible: true);
        context.Resolving += (_, name) => context.LoadFromAssemblyPath(
            Path.Combine(TestedBuild.NuGetPackageRoot, name.Name!.ToLowerInvariant(), name.Version!.ToString(3), "lib", framework, $"{name.Name}.dll"));
        try
        {
            Type[] types = context.LoadFromStream(new MemoryStream(packages.Read("FmeTyped", $"lib/{framework}/FmeTyped.dll"))).GetExportedTypes();

            Assert.InRange(types.Length, 1, MostTypes);
            Assert.InRange(types.Count(type => type.Namespace == "FmeTyped"), 1, MostTypesInSight);
            Assert.Equal(
                ["FmeTyped", "FmeTyped.Generated", "FmeTyped.Metadata"], types.Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal));
        }
        finally
        {
            context.Unload();
        }
    }

    // The analyzer of public APIs holds these files against the code, so their lines are those of the assembly.
    [Fact]
    public void The_core_has_few_lines_of_public_API()
    {
        IEnumerable<string> lines = Directory.GetFiles(Repository.PathOf("src", "FmeTyped"), "PublicAPI.*.txt")
            .SelectMany(File.ReadAllLines)
            .Where(line => line.Length > 0 && !line.StartsWith('#'));

        Assert.InRange(lines.Count(), 1, MostLines);
    }
}
