using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

public class PackedGeneratorTests(PackedPackages packages)
{
    private const string Generator = "analyzers/dotnet/cs/FmeTyped.Generator.dll";
    private const string CodeFixes = "analyzers/dotnet/cs/FmeTyped.CodeFixes.dll";

    [Fact]
    public void The_generator_needs_nothing_that_the_oldest_compiler_does_not_have()
    {
        string[] expected =
        [
            "Microsoft.CodeAnalysis 4.8.0.0",
            "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
            "System.Collections.Immutable 7.0.0.0",
            "netstandard 2.0.0.0",
        ];
        Assert.Equal(expected, ReferencesOf(Generator));
    }

    // Only editors have the workspaces, so that the generator itself must not need them.
    [Fact]
    public void The_code_fixes_need_nothing_that_the_oldest_editor_does_not_have()
    {
        string[] expected =
        [
            "Microsoft.CodeAnalysis 4.8.0.0",
            "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
            "Microsoft.CodeAnalysis.Workspaces 4.8.0.0",
            "System.Collections.Immutable 7.0.0.0",
            "netstandard 2.0.0.0",
        ];
        Assert.Equal(expected, ReferencesOf(CodeFixes));
    }

    // The compiler server keeps generators by assembly identity: a new package with an old identity would go on running the old code.
    [Fact]
    public void The_generator_has_the_version_of_the_runtime()
    {
        Assert.Equal(VersionOf("lib/net8.0/FmeTyped.dll"), VersionOf(Generator));
        Assert.Equal(VersionOf(Generator), VersionOf(CodeFixes));
        Assert.StartsWith($"{VersionOf(Generator).ToString(3)}-", packages.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void The_props_hand_over_what_the_generator_reads()
    {
        XElement props = XElement.Load(new MemoryStream(packages.Read("FmeTyped", "build/net8.0/FmeTyped.props")));
        IEnumerable<string> handed =
        [
            .. props.Descendants("CompilerVisibleProperty").Select(item => $"build_property.{item.Attribute("Include")!.Value}"),
            .. props.Descendants("CompilerVisibleItemMetadata").Select(
                item => $"build_metadata.{item.Attribute("Include")!.Value}.{item.Attribute("MetadataName")!.Value}"),
        ];
        using PEReader file = Open(Generator);
        IEnumerable<string> read = StringsIn(file.GetMetadataReader()).Where(text => text.StartsWith("build_", StringComparison.Ordinal));
        Assert.Equal(read.Order(StringComparer.Ordinal), handed.Order(StringComparer.Ordinal));
    }

    private string[] ReferencesOf(string path)
    {
        using PEReader file = Open(path);
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(metadata.GetAssemblyReference)
                .Select(reference => $"{metadata.GetString(reference.Name)} {reference.Version}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private Version VersionOf(string path)
    {
        using PEReader file = Open(path);
        return file.GetMetadataReader().GetAssemblyDefinition().Version;
    }

    private PEReader Open(string file) => new(new MemoryStream(packages.Read("FmeTyped", file)));

    /// <summary>The string literals of a program.</summary>
    private static IEnumerable<string> StringsIn(MetadataReader metadata)
    {
        for (UserStringHandle handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            yield return metadata.GetUserString(handle);
        }
    }
}
