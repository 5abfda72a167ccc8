using System.Reflection;

namespace FmeTyped.Package.Tests.Harness;

/// <summary>What the project file wrote into this assembly about the build it came from.</summary>
internal static class TestedBuild
{
    /// <summary>Debug or Release: what was built with the tests is what they pack.</summary>
    public static string Configuration { get; } = Read("Configuration");

    /// <summary>Where this machine keeps restored packages.</summary>
    public static string NuGetPackageRoot { get; } = Read("NuGetPackageRoot");

    private static string Read(string key) => typeof(TestedBuild).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
