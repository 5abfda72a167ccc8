namespace FmeTyped.Benchmarks.Generator.Compiling;

/// <summary>A project on disk that a compiler is called for.</summary>
internal sealed class SourceProject
{
    private readonly string _folder;

    /// <param name="folder">Where it lies.</param>
    /// <param name="sources">Its code, by file name.</param>
    /// <param name="options">Options of the compiler, on top of those that every project has.</param>
    public SourceProject(string folder, IEnumerable<KeyValuePair<string, string>> sources, params IEnumerable<string> options)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        var lines = new List<string>
        {
            "/nologo", "/nostdlib+", "/target:library", "/nullable:enable", "/langversion:14", "/optimize+", "/debug:portable", "/deterministic+",
            "/utf8output",
            "/nowarn:1591,8618,1701,1702",
            $"/out:\"{PathOf("App.dll")}\"", $"/pdb:\"{PathOf("App.pdb")}\"",
        };
        lines.AddRange(BuildPaths.Framework.Select(path => $"/reference:\"{path}\""));
        lines.AddRange(options);
        Write(".globalconfig", "is_global = true\nbuild_property.RootNamespace = App\n");
        lines.Add($"/analyzerconfig:\"{PathOf(".globalconfig")}\"");
        foreach ((string name, string text) in sources)
        {
            Write(name, text);
            lines.Add($"\"{PathOf(name)}\"");
        }

        ResponseFile = PathOf("App.rsp");
        File.WriteAllLines(ResponseFile, lines);
    }

    public string ResponseFile { get; }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);
}
