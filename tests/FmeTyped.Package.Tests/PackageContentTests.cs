using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FmeTyped.Package.Tests.Harness;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace FmeTyped.Package.Tests;

public class PackageContentTests(PackedPackages packages)
{
    [Fact]
    public void These_packages_are_packed_and_no_others()
    {
        string[] expected =
        [
            $"FmeTyped.{packages.Version}.nupkg",
            $"FmeTyped.{packages.Version}.snupkg",
            $"FmeTyped.AI.{packages.Version}.nupkg",
            $"FmeTyped.AI.{packages.Version}.snupkg",
            $"FmeTyped.Administration.{packages.Version}.nupkg",
            $"FmeTyped.Administration.{packages.Version}.snupkg",
            $"FmeTyped.AspNetCore.{packages.Version}.nupkg",
            $"FmeTyped.AspNetCore.{packages.Version}.snupkg",
            $"FmeTyped.Blazor.{packages.Version}.nupkg",
            $"FmeTyped.Blazor.{packages.Version}.snupkg",
            $"FmeTyped.Hosting.{packages.Version}.nupkg",
            $"FmeTyped.Hosting.{packages.Version}.snupkg",
            $"FmeTyped.JsonSchema.{packages.Version}.nupkg",
            $"FmeTyped.JsonSchema.{packages.Version}.snupkg",
            $"FmeTyped.Schema.{packages.Version}.nupkg",
            $"FmeTyped.Schema.{packages.Version}.snupkg",
            $"FmeTyped.Testing.{packages.Version}.nupkg",
            $"FmeTyped.Testing.{packages.Version}.snupkg",
            $"FmeTyped.Tool.{packages.Version}.nupkg",
        ];
        Assert.Equal(expected, Directory.EnumerateFiles(packages.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FmeTyped_holds_the_runtime_and_one_generator_with_its_code_fixes_and_what_MSBuild_reads()
    {
        string[] expected =
        [
            "FmeTyped.nuspec",
            "README.md",
            "analyzers/dotnet/cs/FmeTyped.CodeFixes.dll",
            "analyzers/dotnet/cs/FmeTyped.Generator.dll",
            "build/net8.0/FmeTyped.props",
            "build/net8.0/FmeTyped.targets",
            "build/net8.0/workspaces.schema.json",
            "icon.png",
            "lib/net10.0/FmeTyped.dll",
            "lib/net10.0/FmeTyped.xml",
            "lib/net8.0/FmeTyped.dll",
            "lib/net8.0/FmeTyped.xml",
        ];
        Assert.Equal(expected, packages.FilesOf("FmeTyped"));
    }

    [Fact]
    public void FmeTyped_Schema_holds_one_assembly_without_a_public_type()
    {
        Assert.Equal(
            ["FmeTyped.Schema.nuspec", "README.md", "icon.png", "lib/netstandard2.0/FmeTyped.Schema.dll", "lib/netstandard2.0/FmeTyped.Schema.xml"],
            packages.FilesOf("FmeTyped.Schema"));

        using var assembly = new PEReader(new MemoryStream(packages.Read("FmeTyped.Schema", "lib/netstandard2.0/FmeTyped.Schema.dll")));
        MetadataReader metadata = assembly.GetMetadataReader();
        Assert.DoesNotContain(
            metadata.TypeDefinitions.Select(metadata.GetTypeDefinition),
            type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
    }

    [Theory]
    [InlineData("FmeTyped.Administration")]
    [InlineData("FmeTyped.Testing")]
    public void A_package_that_uses_internals_holds_its_own_assembly_only(string id) => Assert.Equal(
        [$"{id}.nuspec", "README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"],
        packages.FilesOf(id));

    [Theory]
    [InlineData("FmeTyped.Administration", "FmeTyped", "FmeTyped.Hosting", "FmeTyped.Schema")]
    [InlineData("FmeTyped.Testing", "FmeTyped", "FmeTyped.Schema")]
    public void A_package_that_uses_internals_takes_those_of_its_own_version_only(string id, params string[] used)
    {
        XElement nuspec = packages.NuspecOf(id);
        Assert.Equal(["net10.0", "net8.0"], GroupsOf(nuspec, "dependencies"));
        Assert.All(nuspec.Descendants("group").Where(group => group.Parent!.Name == "dependencies"), group => Assert.Equal(
            used.Select(name => (name, $"[{packages.Version}]")),
            group.Elements()
                .Select(dependency => (Id: dependency.Attribute("id")!.Value, Version: dependency.Attribute("version")!.Value))
                .Where(dependency => dependency.Id.StartsWith("FmeTyped", StringComparison.Ordinal))
                .Order()));
    }

    [Theory]
    [InlineData("FmeTyped")]
    [InlineData("FmeTyped.AI")]
    [InlineData("FmeTyped.Administration")]
    [InlineData("FmeTyped.Hosting")]
    [InlineData("FmeTyped.JsonSchema")]
    [InlineData("FmeTyped.Testing")]
    public void Symbols_are_there_for_each_framework(string id)
    {
        Assert.Equal([$"{id}.nuspec", $"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"], packages.FilesOf(id, "snupkg"));
    }

    [Fact]
    public void FmeTyped_depends_on_the_abstractions_of_logging_alone_from_the_first_release_of_each_NET()
    {
        XElement nuspec = packages.NuspecOf("FmeTyped");

        Assert.Equal(
            ["net10.0 Microsoft.Extensions.Logging.Abstractions 10.0.0", "net8.0 Microsoft.Extensions.Logging.Abstractions 8.0.0"], DependenciesOf(nuspec));
        Assert.Empty(nuspec.Descendants("frameworkReference"));
    }

    [Fact]
    public void FmeTyped_Hosting_depends_on_FmeTyped_of_exactly_its_version_and_on_the_first_release_of_each_NET()
    {
        XElement nuspec = packages.NuspecOf("FmeTyped.Hosting");

        Assert.Equal(["net10.0", "net8.0"], GroupsOf(nuspec, "dependencies"));
        Assert.All(DependenciesOf(nuspec), dependency => Assert.Matches(
            $@"^net\S+ FmeTyped {Regex.Escape($"[{packages.Version}]")}$|^net10\.0 Microsoft\.Extensions\.\S+ 10\.0\.0$|^net8\.0 Microsoft\.Extensions\.\S+ 8\.0\.0$",
            dependency));
        Assert.All(
            nuspec.Descendants("dependency").Where(dependency => dependency.Attribute("id")!.Value == "FmeTyped"),
            dependency => Assert.Equal("All", dependency.Attribute("include")?.Value));
        Assert.Empty(nuspec.Descendants("frameworkReference"));
    }

    [Fact]
    public void FmeTyped_JsonSchema_depends_on_what_FmeTyped_depends_on_and_brings_the_generator()
    {
        XElement nuspec = packages.NuspecOf("FmeTyped.JsonSchema");

        Assert.Equal(
            [
                $"net10.0 FmeTyped {packages.Version}",
                "net10.0 Microsoft.Extensions.Logging.Abstractions 10.0.0",
                $"net8.0 FmeTyped {packages.Version}",
                "net8.0 Microsoft.Extensions.Logging.Abstractions 8.0.0",
            ],
            DependenciesOf(nuspec));
        Assert.All(
            nuspec.Descendants("dependency").Where(dependency => dependency.Attribute("id")!.Value == "FmeTyped"),
            dependency => Assert.Equal("All", dependency.Attribute("include")?.Value));
    }

    [Fact]
    public void FmeTyped_AI_depends_on_the_abstractions_of_models_from_their_first_release_and_brings_the_generator()
    {
        XElement nuspec = packages.NuspecOf("FmeTyped.AI");

        Assert.All(GroupsOf(nuspec, "dependencies"), framework => Assert.Equal(
            [
                $"{framework} FmeTyped {packages.Version}",
                $"{framework} FmeTyped.JsonSchema {packages.Version}",
                $"{framework} Microsoft.Extensions.AI.Abstractions 9.5.0",
            ],
            DependenciesOf(nuspec)
                .Where(dependency => dependency.StartsWith(framework, StringComparison.Ordinal))
                .Where(dependency => !dependency.Contains(".Logging.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)));
        Assert.All(
            nuspec.Descendants("dependency").Where(dependency => dependency.Attribute("id")!.Value == "FmeTyped"),
            dependency => Assert.Equal("All", dependency.Attribute("include")?.Value));
    }

    [Fact]
    public void FmeTyped_AspNetCore_brings_the_generator_and_the_document()
    {
        XElement nuspec = packages.NuspecOf("FmeTyped.AspNetCore");

        Assert.Equal(
            [
                $"net10.0 FmeTyped {packages.Version}",
                $"net10.0 FmeTyped.Hosting {packages.Version}",
                $"net10.0 FmeTyped.JsonSchema {packages.Version}",
                "net10.0 Microsoft.AspNetCore.OpenApi 10.0.15",
            ],
            DependenciesOf(nuspec).Where(dependency => !dependency.Contains("Microsoft.Extensions.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        XElement core = nuspec.Descendants("dependency").Single(dependency => dependency.Attribute("id")!.Value == "FmeTyped");
        Assert.Equal("All", core.Attribute("include")?.Value);
        Assert.Equal("Microsoft.AspNetCore.App", nuspec.Descendants("frameworkReference").Single().Attribute("name")!.Value);
    }

    [Fact]
    public void FmeTyped_Blazor_brings_the_generator_its_languages_and_what_pages_load()
    {
        IReadOnlyList<string> files = packages.FilesOf("FmeTyped.Blazor");

        Assert.Contains("lib/net10.0/de/FmeTyped.Blazor.resources.dll", files);
        Assert.Contains("staticwebassets/fme-form.css", files);
        Assert.Contains(files, file => Regex.IsMatch(file, @"^staticwebassets/FmeTyped\.Blazor\.\w+\.lib\.module\.js$"));
        Assert.Equal(
            [("FmeTyped", "All"), ("FmeTyped.Hosting", "All")],
            packages.NuspecOf("FmeTyped.Blazor").Descendants("dependency")
                .Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("include")?.Value))
                .Order());
    }

    [Fact]
    public void FmeTyped_Testing_depends_on_ASP_NET_Core()
    {
        XElement nuspec = packages.NuspecOf("FmeTyped.Testing");
        Assert.Equal(["net10.0", "net8.0"], GroupsOf(nuspec, "frameworkReferences"));
        Assert.Equal(
            ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.App"],
            nuspec.Descendants("frameworkReference").Select(reference => reference.Attribute("name")!.Value));
    }

    [Fact]
    public void FmeTyped_Tool_holds_all_it_needs()
    {
        string[] expected =
        [
            "FmeTyped.AI.dll",
            "FmeTyped.Administration.dll",
            "FmeTyped.Hosting.dll",
            "FmeTyped.JsonSchema.dll",
            "FmeTyped.Schema.dll",
            "FmeTyped.Testing.dll",
            "FmeTyped.Tool.dll",
            "FmeTyped.dll",
            "Microsoft.Extensions.AI.Abstractions.dll",
            "Microsoft.Extensions.Configuration.Abstractions.dll",
            "Microsoft.Extensions.Configuration.Binder.dll",
            "Microsoft.Extensions.Configuration.dll",
            "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
            "Microsoft.Extensions.DependencyInjection.dll",
            "Microsoft.Extensions.Diagnostics.Abstractions.dll",
            "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions.dll",
            "Microsoft.Extensions.Diagnostics.HealthChecks.dll",
            "Microsoft.Extensions.Diagnostics.dll",
            "Microsoft.Extensions.FileProviders.Abstractions.dll",
            "Microsoft.Extensions.FileSystemGlobbing.dll",
            "Microsoft.Extensions.Hosting.Abstractions.dll",
            "Microsoft.Extensions.Http.dll",
            "Microsoft.Extensions.Logging.Abstractions.dll",
            "Microsoft.Extensions.Logging.dll",
            "Microsoft.Extensions.Options.ConfigurationExtensions.dll",
            "Microsoft.Extensions.Options.dll",
            "Microsoft.Extensions.Primitives.dll",
            "ModelContextProtocol.Core.dll",
            "Spectre.Console.Ansi.dll",
            "Spectre.Console.dll",
            "System.CommandLine.dll",
        ];
        IReadOnlyList<string> files = packages.FilesOf("FmeTyped.Tool");
        Assert.Equal(
            expected, files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(file => Path.GetRelativePath("tools/net10.0/any", file)));
        Assert.Equal(
            ["DotnetToolSettings.xml", "FmeTyped.Tool.deps.json", "FmeTyped.Tool.runtimeconfig.json"],
            files
                .Where(file => file.StartsWith("tools/", StringComparison.Ordinal) && !file.EndsWith(".dll", StringComparison.Ordinal))
                .Select(Path.GetFileName));
        Assert.Contains(
            "\"rollForward\": \"Major\"",
            Encoding.UTF8.GetString(packages.Read("FmeTyped.Tool", "tools/net10.0/any/FmeTyped.Tool.runtimeconfig.json")),
            StringComparison.Ordinal);
    }

    /// <summary>A type that is written in several files gets the documentation of each, and a reader sees any of them.</summary>
    [Theory]
    [InlineData("FmeTyped")]
    [InlineData("FmeTyped.Administration")]
    [InlineData("FmeTyped.Blazor")]
    [InlineData("FmeTyped.Testing")]
    public void A_member_has_one_summary(string id)
    {
        XElement docs = XElement.Load(new MemoryStream(packages.Read(id, $"lib/net10.0/{id}.xml")));
        Assert.All(docs.Descendants("member"), member => Assert.InRange(member.Elements("summary").Count(), 0, 1));
    }

    [Theory]
    [InlineData("FmeTyped", "net8.0")]
    [InlineData("FmeTyped", "net10.0")]
    [InlineData("FmeTyped.AI", "net10.0")]
    [InlineData("FmeTyped.Administration", "net10.0")]
    [InlineData("FmeTyped.AspNetCore", "net10.0")]
    [InlineData("FmeTyped.Blazor", "net10.0")]
    [InlineData("FmeTyped.Hosting", "net10.0")]
    [InlineData("FmeTyped.JsonSchema", "net10.0")]
    [InlineData("FmeTyped.Schema", "netstandard2.0")]
    [InlineData("FmeTyped.Testing", "net10.0")]
    public void The_documentation_is_of_nothing_that_is_not_public(string id, string framework)
    {
        using var assembly = new PEReader(new MemoryStream(packages.Read(id, $"lib/{framework}/{id}.dll")));
        var api = PublicNames.Of(assembly.GetMetadataReader());
        XElement docs = XElement.Load(new MemoryStream(packages.Read(id, $"lib/{framework}/{id}.xml")));
        string[] documented = [.. docs.Descendants("member").Select(member => member.Attribute("name")!.Value)];

        string[] types = [.. documented.Where(name => name.StartsWith("T:", StringComparison.Ordinal))];
        Assert.Empty(types.Except(api.Types.Select(type => $"T:{type}")));
        if (id != "FmeTyped.Blazor")
        {
            // The types of Razor files have none.
            Assert.Empty(api.Types.Select(type => $"T:{type}").Except(types));
        }

        Assert.Empty(documented
            .Where(name => !name.StartsWith("T:", StringComparison.Ordinal))
            .Select(name => name[2..].Split('(', '~')[0].Split("``")[0])
            .Except(api.Members));
    }

    [Theory]
    [InlineData("FmeTyped")]
    [InlineData("FmeTyped.AI")]
    [InlineData("FmeTyped.Administration")]
    [InlineData("FmeTyped.AspNetCore")]
    [InlineData("FmeTyped.Blazor")]
    [InlineData("FmeTyped.Hosting")]
    [InlineData("FmeTyped.JsonSchema")]
    [InlineData("FmeTyped.Schema")]
    [InlineData("FmeTyped.Testing")]
    [InlineData("FmeTyped.Tool")]
    public void A_package_says_what_it_is_and_where_it_comes_from(string id)
    {
        XElement nuspec = packages.NuspecOf(id);
        Assert.Equal("MIT", nuspec.Element("license")!.Value);
        Assert.Equal("README.md", nuspec.Element("readme")!.Value);
        Assert.StartsWith($"# {id}\n", Encoding.UTF8.GetString(packages.Read(id, "README.md")), StringComparison.Ordinal);
        Assert.Equal("icon.png", nuspec.Element("icon")!.Value);
        Assert.NotEmpty(nuspec.Element("description")!.Value);
        Assert.NotEmpty(nuspec.Element("repository")!.Attribute("commit")!.Value);
    }

    private static IEnumerable<string> DependenciesOf(XElement nuspec) =>
        from dependency in nuspec.Element("dependencies")!.Descendants("dependency")
        select $"{dependency.Parent!.Attribute("targetFramework")!.Value} {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}";

    private static IEnumerable<string> GroupsOf(XElement nuspec, string element) =>
        nuspec.Element(element)!.Elements("group").Select(group => group.Attribute("targetFramework")!.Value);
}
