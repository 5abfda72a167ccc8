namespace FmeTyped;

/// <summary>
/// What a job wrote, as it arrives from the server. It can be read once, from start to end. Dispose of it to release the connection.
/// </summary>
/// <remarks>
/// The data download service sends a zip archive. The data streaming service sends the file itself, and a zip archive where the workspace wrote several.
/// Source: the vendor's reference manual.
/// </remarks>
public sealed class FmeDownload : IAsyncDisposable, IDisposable
{
    private readonly ResultStream _content;
    private readonly ErrorContext _context;
    private readonly long? _maximumSize;

    internal FmeDownload(ResultStream content, ErrorContext context, long? maximumSize)
    {
        _content = content;
        _context = context;
        _maximumSize = maximumSize;
    }

    /// <summary>The data, which can be read only forwards, and once.</summary>
    /// <exception cref="FmeException">
    /// While reading: the connection failed, the server paused for longer than <c>RequestTimeout</c>, or there are more bytes than <c>MaximumResultSize</c>.
    /// </exception>
    public Stream Content => _content;

    /// <summary>The file name that the server sent, without any folder; null if it sent none.</summary>
    public string? FileName { get; internal init; }

    /// <summary>The media type of the data, such as <c>application/zip</c>; null if the server sent none.</summary>
    public string? MediaType { get; internal init; }

    /// <summary>The size in bytes; null if the server did not send it.</summary>
    public long? Length { get; internal init; }

    /// <summary>The job that wrote it; null for streamed data.</summary>
    public long? JobId => _context.JobId;

    /// <summary>Copies the data.</summary>
    /// <param name="destination">The target stream.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    /// <exception cref="InvalidOperationException">The data was already read.</exception>
    /// <exception cref="FmeException">The connection failed, the server paused too long, or there are too many bytes.</exception>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        await Unread().CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves the data as a file. An existing file is replaced, and only when the new one is complete. A link is followed to its target;
    /// a replaced file keeps its mode, and its owner if the process may set it.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops saving; nothing is left behind then.</param>
    /// <exception cref="InvalidOperationException">The data was already read.</exception>
    /// <exception cref="FmeException">The connection failed, the server paused too long, or there are too many bytes.</exception>
    /// <exception cref="IOException">The path is that of a folder or a device, or the file cannot be written.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new UnfinishedFile(LinkedFile.Resolve(path));
        await file.WriteAsync(Unread(), cancellationToken).ConfigureAwait(false);
        file.Finish();
    }

    /// <summary>
    /// Unpacks the files of a zip archive into a folder, with the archive's folder structure. Existing files are replaced, when all files are unpacked. Names
    /// that not every system allows are changed, such as <c>CON</c>, <c>a:b</c> or one of more than 255 bytes: see the paths that are returned.
    /// </summary>
    /// <param name="folder">The folder, which is created if it is missing.</param>
    /// <param name="cancellationToken">Stops unpacking; nothing is left behind then.</param>
    /// <returns>The paths of the files, in the archive's order.</returns>
    /// <exception cref="InvalidOperationException">The data was already read.</exception>
    /// <exception cref="FmeProtocolException">
    /// It is not a zip archive, or it would write outside the folder, or it has more than a million entries. Nothing was unpacked.
    /// </exception>
    /// <exception cref="FmeException">The connection failed, the server paused too long, or there are too many bytes, packed or unpacked.</exception>
    /// <exception cref="IOException">A file cannot be written, or a folder on the way is a link.</exception>
    public async Task<IReadOnlyList<string>> ExtractAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);

        // The index of an archive is at its end, so the whole archive is saved first, in a file because it can be large.
        using var archive = new UnfinishedFile(Path.Combine(root, "archive"));
        await archive.WriteAsync(Unread(), cancellationToken).ConfigureAwait(false);
        return await new ZipUnpacking(root, new SizeLimit(_maximumSize, _context), _context).UnpackAsync(archive.Path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Releases the connection, whether the data was read or not.</summary>
    public void Dispose() => _content.Dispose();

    /// <summary>Releases the connection, whether the data was read or not.</summary>
    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private ResultStream Unread() => _content.WasRead
        ? throw new InvalidOperationException("The data was already read, and can be read only once.")
        : _content;
}
