using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace FmeTyped.Package.Tests.Harness;

/// <summary>
/// The packages, packed once for all tests from what was built with them. The version is a new one each time, so that no cache
/// on the machine can hold an older package of the same name.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Version { get; } = $"0.1.0-test.{RandomNumberGenerator.GetHexString(12, lowercase: true)}";

    /// <summary>The folder with the packages, which serves as a package source.</summary>
    public string Feed => _folder.PathOf("feed");

    /// <summary>Where consumers restore to.</summary>
    public string PackagesFolder => _folder.PathOf("packages");

    /// <summary>A folder with two packages of a later version, for those who mix versions.</summary>
    public string LaterFeed => _folder.PathOf("later");

    public string LaterVersion => Version.Replace("0.1.0", "0.1.1", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await PackAsync(Repository.Root, Version, Feed);
        await PackAsync(Repository.PathOf("src", "FmeTyped"), LaterVersion, LaterFeed);
        await PackAsync(Repository.PathOf("src", "FmeTyped.Hosting"), LaterVersion, LaterFeed);
    }

    /// <summary>Has the projects of a folder restore from the packed packages, and from what the machine has.</summary>
    public Task ConfigureAsync(TemporaryFolder folder) => File.WriteAllTextAsync(
        folder.PathOf("nuget.config"),
        $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{PackagesFolder}" /></config>
          <fallbackPackageFolders><clear /><add key="machine" value="{TestedBuild.NuGetPackageRoot}" /></fallbackPackageFolders>
          <packageSources><clear /><add key="feed" value="{Feed}" /><add key="later" value="{LaterFeed}" /></packageSources>
        </configuration>
        """,
        TestContext.Current.CancellationToken);

    private async Task PackAsync(string folder, string version, string output)
    {
        DotNetResult packed = await DotNet.RunAsync(
            folder,
            "pack",
            "--no-build",
            "--configuration",
            TestedBuild.Configuration,
            "--output",
            output,
            $"-p:PackageVersion={version}",
            $"-p:NuspecOutputPath={_folder.PathOf("nuspec", version)}");
        packed.MustSucceed();
    }

    /// <summary>The files in a package, without those that make it a package.</summary>
    public IReadOnlyList<string> FilesOf(string id, string extension = "nupkg")
    {
        using ZipArchive package = Open(id, extension);
        return
        [
            .. package.Entries
                .Select(entry => entry.FullName)
                .Where(name => name is not ("_rels/.rels" or "[Content_Types].xml") && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    public byte[] Read(string id, string file)
    {
        using ZipArchive package = Open(id, "nupkg");
        using Stream entry = package.GetEntry(file)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The metadata element of a package's nuspec, with the namespace taken off.</summary>
    public XElement NuspecOf(string id)
    {
        XElement nuspec = XElement.Load(new MemoryStream(Read(id, $"{id}.nuspec")));
        foreach (XElement element in nuspec.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return nuspec.Element("metadata")!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private ZipArchive Open(string id, string extension) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.{extension}"));
}
