using System.Text;

namespace FmeTyped.Testing;

/// <summary>
/// The files on the server: uploads, and files that a test or a script added. A path is one that workspaces take, such as
/// <c>$(FME_SHAREDRESOURCE_TEMP)/roads/roads.shp</c>; <c>FME_SHAREDRESOURCE_TEMP/roads/roads.shp</c> is equivalent. Thread-safe.
/// </summary>
public sealed class FmeFlowFiles
{
    private readonly FileStore _store;

    internal FmeFlowFiles(FileStore store) => _store = store;

    /// <summary>The paths of all files, sorted, each with its connection as a macro. Each call takes a snapshot.</summary>
    public IReadOnlyList<string> Paths => [.. _store.ListFiles().Select(StoragePath.ToMacro)];

    /// <summary>Whether there is a file or a folder.</summary>
    /// <param name="path">Its path.</param>
    public bool Exists(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return StoragePath.Parse(path) is { } found && _store.Find(found) is not null;
    }

    /// <summary>Opens a file. Dispose of the stream.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Stream OpenRead(string path) => _store.Open(Parse(path));

    /// <summary>Reads the content of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public byte[] ReadAllBytes(string path)
    {
        using Stream file = OpenRead(path);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Reads the content of a file as UTF-8 text.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string ReadAllText(string path)
    {
        using var reader = new StreamReader(OpenRead(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Adds a file, as a job does that writes to a shared resource. Folders are created, and an existing file is overwritten.</summary>
    /// <param name="path">Its path, in a connection that the server has.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="ArgumentException">The server has no such connection, or has a folder with that name.</exception>
    public void Write(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var source = new MemoryStream(content, writable: false);

        // The content is in memory, so this waits only for the disk.
        SaveResult result = _store.SaveAsync(Parse(path), source, overwrite: true, CancellationToken.None).GetAwaiter().GetResult();
        if (result != SaveResult.Saved)
        {
            throw new ArgumentException($"{path} cannot be written: the server has no such connection, or a folder of that name.", nameof(path));
        }
    }

    /// <summary>Adds a file of UTF-8 text, as <see cref="Write(string, byte[])"/> does.</summary>
    /// <param name="path">Its path, in a connection that the server has.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ArgumentException">The server has no such connection, or has a folder with that name.</exception>
    public void Write(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(path, Encoding.UTF8.GetBytes(text));
    }

    private static string Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return StoragePath.Parse(path)
            ?? throw new FileNotFoundException($"'{path}' is no path of a file on the server, such as $(FME_SHAREDRESOURCE_TEMP)/roads.shp.");
    }
}
