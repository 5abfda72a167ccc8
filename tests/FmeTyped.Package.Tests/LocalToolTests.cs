using System.Diagnostics;
using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

/// <summary>The tool as a team has it: in the manifest of its repository.</summary>
public class LocalToolTests(PackedPackages packages)
{
    [Fact]
    public async Task The_tool_is_installed_from_a_feed_and_run()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf(".config"));
        await File.WriteAllTextAsync(
            folder.PathOf(".config", "dotnet-tools.json"), """{ "version": 1, "isRoot": true, "tools": {} }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages.PackagesFolder}" /></config>
              <packageSources><clear /><add key="feed" value="{packages.Feed}" /></packageSources>
            </configuration>
            """,
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("parcel.json"),
            """[{ "name": "PARCEL", "type": "TEXT", "model": "string", "optional": false }]""",
            TestContext.Current.CancellationToken);

        (await DotNet.RunAsync(folder.Path, "tool", "install", "FmeTyped.Tool", "--version", packages.Version)).MustSucceed();
        string version = (await DotNet.RunAsync(folder.Path, "fmetyped", "--version")).MustSucceed();
        (await DotNet.RunAsync(folder.Path, "fmetyped", "import", "parcel.json", "--repository", "Planning")).MustSucceed();

        Assert.StartsWith("0.1.0", version, StringComparison.Ordinal);
        Assert.Contains(
            "\"workspace\": \"parcel.fmw\"",
            await File.ReadAllTextAsync(folder.PathOf("workspaces.json"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        await TheServerStartsAsync(folder.Path);
        DotNetResult wrong = await DotNet.RunAsync(folder.Path, "fmetyped", "import", "nothing.json");
        Assert.Equal((4, "nothing.json does not exist."), (wrong.ExitCode, wrong.Output.Trim()));
    }

    // The only verb that needs more of .NET than a console: ASP.NET Core.
    private static async Task TheServerStartsAsync(string folder)
    {
        using Process server = Process.Start(
            new ProcessStartInfo("dotnet", ["fmetyped", "serve", "--token", "local"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        try
        {
            string address = (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))?.Split(' ')[0] ?? "";
            Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
            using var http = new HttpClient();
            Assert.Contains("FME Flow emulator", await http.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }
}
