namespace FmeTyped;

/// <summary>One file to be uploaded: where it goes below its folder, and how its content is opened, as often as it has to be sent.</summary>
/// <param name="Folder">The folders above it, below the one that it is uploaded to, with slashes between; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="OpenAsync">Opens the content anew, from its start. The stream is the caller's.</param>
internal sealed record LocalContent(string Folder, string Name, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    public static LocalContent OfFile(string path, string folder = "") => new(folder, Path.GetFileName(path), _ => new(OpenFile(path)));

    // No buffer of its own, as all reads are large ones.
    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
