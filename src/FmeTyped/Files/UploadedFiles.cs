namespace FmeTyped;

/// <summary>Where the files of one request are on the server.</summary>
/// <param name="folder">The folder that holds them all and is to be deleted; null where nothing is.</param>
internal sealed class UploadedFiles(UploadedFolder? folder)
{
    private readonly Dictionary<LocalFiles, string> _paths = [];

    public UploadedFolder? Folder => folder;

    public void Add(LocalFiles files, string path) => _paths.Add(files, path);

    /// <summary>The path that the parameter holds.</summary>
    public string PathOf(LocalFiles files) => _paths[files];
}
