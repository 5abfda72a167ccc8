using System.Reflection;

namespace FmeTyped.Benchmarks.Generator.Compiling;

/// <summary>Where the things are that a build compiles with, as the build of this program had them.</summary>
internal static class BuildPaths
{
    public static string DotNet { get; } = Metadata("DotNet");

    public static string Compiler { get; } = Path.Combine(Metadata("Sdk"), "Roslyn", "bincore");

    /// <summary>The analyzers that every project of the SDK has.</summary>
    public static IReadOnlyList<string> SdkAnalyzers { get; } =
        Directory.GetFiles(Path.Combine(Metadata("Sdk"), "Sdks", "Microsoft.NET.Sdk", "analyzers"), "*.dll");

    public static string RefitGenerator { get; } = Path.Combine(Metadata("RefitAnalyzers"), "InterfaceStubGeneratorV2.dll");

    public static string RefitLibrary { get; } = typeof(Refit.GetAttribute).Assembly.Location;

    public static string FmeTypedGenerator { get; } = typeof(FmeTyped.Generator.WorkspaceGenerator).Assembly.Location;

    public static string FmeTypedLibrary { get; } = typeof(IFmeRequest).Assembly.Location;

    /// <summary>The reference assemblies of .NET 10.</summary>
    public static IReadOnlyList<string> Framework { get; } = Directory.GetFiles(
        Directory.GetDirectories(Path.Combine(Metadata("TargetingPacks"), "Microsoft.NETCore.App.Ref"))
            .Select(version => Path.Combine(version, "ref", "net10.0"))
            .Last(Directory.Exists),
        "*.dll");

    private static string Metadata(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
