namespace FmeTyped.Tests.Server;

/// <summary>A folder on this machine that goes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("fmetyped-tests-").FullName;

    public string Root { get; }

    /// <summary>Writes files whose content is their own name; gives the path of the first.</summary>
    public string Write(params string[] names)
    {
        foreach (string name in names)
        {
            string path = PathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name);
        }

        return PathOf(names[0]);
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
