namespace FmeTyped;

/// <summary>One file to upload: its path below the target folder, and how its content is opened, once for each time it is sent.</summary>
/// <param name="Folder">The path of its folder below the target folder, with slashes; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="OpenAsync">Opens a new stream at the content's start. The caller disposes of it.</param>
internal sealed record LocalContent(string Folder, string Name, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    public static LocalContent OfFile(string path, string folder = "") => new(folder, Path.GetFileName(path), _ => new(OpenFile(path)));

    // Unbuffered, because all reads are large.
    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
