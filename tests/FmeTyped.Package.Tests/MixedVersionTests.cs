using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

/// <summary>FmeTyped.Hosting, FmeTyped.Testing and their like use internals of FmeTyped: another version of it is refused before the app runs.</summary>
public class MixedVersionTests(PackedPackages packages)
{
    [Fact]
    public Task An_older_FmeTyped_is_not_restored() =>
        AssertFailsAsync("restore", "NU1605", ("FmeTyped", packages.Version), ("FmeTyped.Hosting", packages.LaterVersion));

    // Older SDKs refuse to restore this (NU1107). Here NuGet takes the newer FmeTyped and only warns (NU1608).
    [Fact]
    public Task Two_packages_of_different_versions_do_not_build() => AssertFailsAsync(
        "build",
        $"FmeTyped.Testing {packages.Version} does not go with FmeTyped {packages.LaterVersion}. Give both the same version.",
        ("FmeTyped.Hosting", packages.LaterVersion),
        ("FmeTyped.Testing", packages.Version));

    // NuGet takes what a project asks for itself, and only warns, too.
    [Fact]
    public Task A_newer_FmeTyped_does_not_build() => AssertFailsAsync(
        "build",
        $"FmeTyped.Hosting {packages.Version} does not go with FmeTyped {packages.LaterVersion}. Give both the same version.",
        ("FmeTyped", packages.LaterVersion),
        ("FmeTyped.Hosting", packages.Version));

    private async Task AssertFailsAsync(string command, string error, params (string Id, string Version)[] references)
    {
        using var folder = new TemporaryFolder();
        await packages.ConfigureAsync(folder);
        await File.WriteAllTextAsync(
            folder.PathOf("Mixed.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                {string.Concat(references.Select(reference => $"""<PackageReference Include="{reference.Id}" Version="{reference.Version}" />"""))}
              </ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);

        DotNetResult result = await DotNet.RunAsync(folder.Path, command);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(error, result.Output, StringComparison.Ordinal);
    }
}
