using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

/// <summary>A project that cannot have generated types is told so.</summary>
public class OtherProjectTests(PackedPackages packages)
{
    [Fact]
    public async Task A_project_of_NET_Framework_is_not_restored()
    {
        DotNetResult result = await RunAsync("restore", "Old.csproj", "net48", "");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NU1202", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Other.vbproj", "VB", "Other.vb", "Public Class Other\nEnd Class\n")]
    [InlineData("Other.fsproj", "F#", "Other.fs", "module Other\nlet answer = 42\n")]
    public async Task A_project_in_another_language_is_warned(string project, string language, string file, string code)
    {
        string compiled = language == "F#" ? $"<Compile Include=\"{file}\" />" : "";

        DotNetResult result = await RunAsync("build", project, "net10.0", compiled, (file, code));

        result.MustSucceed();
        Assert.Contains("workspaces.json : warning : No types are generated here", result.Output, StringComparison.Ordinal);
        Assert.Contains($"this project is written in {language}.", result.Output, StringComparison.Ordinal);
    }

    private async Task<DotNetResult> RunAsync(string command, string project, string framework, string items, params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        await packages.ConfigureAsync(folder);
        string content = $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
              </PropertyGroup>
              <ItemGroup>{items}<PackageReference Include="FmeTyped" Version="{packages.Version}" /></ItemGroup>
            </Project>
            """;
        foreach ((string name, string text) in files.Concat([(project, content), ("workspaces.json", """{ "format": 1, "workspaces": [] }""")]))
        {
            await File.WriteAllTextAsync(folder.PathOf(name), text, TestContext.Current.CancellationToken);
        }

        return await DotNet.RunAsync(folder.Path, command);
    }
}
