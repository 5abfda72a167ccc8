
namespace FmeTyped.Package.Tests.Harness;

/// <summary>
/// Users' projects in a fresh folder, which get the packages from the feed and everything else from what the machine has. They are
/// built together, since a build costs seconds.
/// </summary>
public abstract class Consumers(PackedPackages packages, string name) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal DotNetResult Build { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.CopyFrom(Path.Combine(AppContext.BaseDirectory, "Consumers", name));
        Prepare();
        foreach (string project in Directory.EnumerateFiles(_folder.Path, "*.csproj", SearchOption.AllDirectories))
        {
            string schema = Path.Combine(Path.GetDirectoryName(project)!, "workspaces.json");
            if (!File.Exists(schema) && NeedsSchema(project))
            {
                File.Copy(Repository.PathOf("workspaces.json"), schema);
            }
        }

        File.WriteAllText(PathOf("Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <FmeTypedVersion>{packages.Version}</FmeTypedVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(PathOf("nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages.PackagesFolder}" /></config>
              <fallbackPackageFolders><clear /><add key="machine" value="{TestedBuild.NuGetPackageRoot}" /></fallbackPackageFolders>
              <packageSources><clear /><add key="feed" value="{packages.Feed}" /></packageSources>
            </configuration>
            """);
        Build = await DotNet.RunAsync(_folder.Path, "build", "Consumers.slnx");
    }

    public string PathOf(params string[] parts) => _folder.PathOf(parts);

    // A project that has its types from another one has no schema file, and neither have those that are about that.
    private static bool NeedsSchema(string project) =>
        File.ReadAllText(project).Contains("PackageReference Include=\"FmeTyped", StringComparison.Ordinal) &&
        !Path.GetFileName(project).StartsWith("NoSchema", StringComparison.Ordinal);

    /// <summary>Adds files that are not among those of the tests.</summary>
    private protected virtual void Prepare()
    {
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
