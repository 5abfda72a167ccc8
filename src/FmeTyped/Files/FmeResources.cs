using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>The shared resources of a server: connections to file storage that workspaces and this client can reach.</summary>
/// <remarks>
/// A path is relative to its connection and has slashes between its parts; leading and trailing slashes are ignored. Paths that lead upwards are refused. The
/// token's user needs
/// permission to read or write in the connection.
/// </remarks>
public class FmeResources
{
    private readonly ApiVersionSelector<IResourceApi>? _resources;
    private readonly Uploader? _uploader;

    /// <summary>Resources without a server, for a mocking library or a derived class: a member that is not overridden throws and says so.</summary>
    protected FmeResources()
    {
    }

    internal FmeResources(ApiVersionSelector<IResourceApi> resources, Uploader uploader) => (_resources, _uploader) = (resources, uploader);

    /// <summary>Lists the direct entries of a folder. The request is sent when the enumeration starts.</summary>
    /// <param name="connection">The connection's name, such as <c>FME_SHAREDRESOURCE_DATA</c>.</param>
    /// <param name="folder">The folder's path; empty for the top level.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <exception cref="ArgumentException">The connection or the path is invalid.</exception>
    /// <exception cref="FmeNotFoundException">There is no such connection or folder.</exception>
    /// <exception cref="FmeException">The path is that of a file; or the server refused, or cannot be reached, as the derived type says.</exception>
    public virtual IAsyncEnumerable<FmeResourceEntry> ListAsync(string connection, string folder = "", CancellationToken cancellationToken = default) =>
        ListAsync(ResourcePath.From(connection, folder), cancellationToken);

    /// <summary>Opens a file. Dispose of the stream. If it was not read to its end, that closes the connection.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="cancellationToken">Stops opening the file, and reading from the stream.</param>
    /// <returns>The content as it arrives. If the server pauses for longer than the request's time limit, the read fails with an
    /// <see cref="FmeServerUnavailableException"/>; your own pauses do not count.</returns>
    /// <exception cref="ArgumentException">The connection or the path is invalid.</exception>
    /// <exception cref="FmeNotFoundException">There is no such connection or file.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<Stream> OpenReadAsync(string connection, string path, CancellationToken cancellationToken = default)
    {
        ResourcePath file = PathOf(connection, path);
        IResourceApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        return await api.OpenAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves a file on this machine. An existing file is replaced once the whole file has arrived, and left as it is if that fails.
    /// A link is followed to its target. A replaced file keeps its mode, and its owner if the process may set it.
    /// </summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="localPath">The path on this machine, with the file's name.</param>
    /// <param name="cancellationToken">Stops the transfer.</param>
    /// <exception cref="ArgumentException">The connection or the path is invalid.</exception>
    /// <exception cref="IOException">The path is that of a folder or a device, or the file cannot be written on this machine.</exception>
    /// <exception cref="FmeNotFoundException">There is no such connection or file.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task SaveAsync(string connection, string path, string localPath, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(localPath);
        Stream source = await OpenReadAsync(connection, path, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            using var file = new UnfinishedFile(LinkedFile.Resolve(localPath));
            await file.WriteAsync(source, cancellationToken).ConfigureAwait(false);
            file.Finish();
        }
    }

    /// <summary>Opens a folder, or some of its entries, as one zip file. Only with REST API version 4.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="folder">The folder's path.</param>
    /// <param name="names">
    /// The names of files and folders in it, at most 500; null for the whole folder. A single file may arrive as it is, not zipped.
    /// </param>
    /// <param name="cancellationToken">Stops opening the file, and reading from the stream.</param>
    /// <returns>The zip file as it arrives. Dispose of it.</returns>
    /// <exception cref="ArgumentException">The connection, the path or a name is invalid, or there is no name.</exception>
    /// <exception cref="FmeNotSupportedException">The server's REST API cannot zip, or not that many names at once.</exception>
    /// <exception cref="FmeNotFoundException">There is no such connection or folder.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    // A single file is not zipped: A075.
    public virtual async Task<Stream> OpenZipAsync(
        string connection, string folder, IEnumerable<string>? names = null, CancellationToken cancellationToken = default)
    {
        var place = ResourcePath.From(connection, folder);
        string zipName = (place.IsRoot ? connection : place.Name) + ".zip";
        string[]? wanted = names is null ? null : [.. names.Select(name => PathOf(connection, name).Text[1..])];
        if (wanted is { Length: 0 })
        {
            throw new ArgumentException("There is no name of a file or folder to zip.", nameof(names));
        }

        IResourceApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        if (wanted is null && !place.IsRoot)
        {
            // As an item of its parent folder it counts as one, whatever its size.
            (wanted, place) = ([place.Name], place.Parent);
        }

        wanted ??= [.. (await api.ListAsync(place, cancellationToken).ConfigureAwait(false)).Select(entry => entry.Name)];
        return await api.OpenZipAsync(place, wanted, zipName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads a file of this machine, with the sibling files it needs. The folder is created if it is missing.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="folder">The path of the folder to upload into; empty for the top level.</param>
    /// <param name="file">The file: <see cref="FmeFile.FromPath"/>, <see cref="FmeFile.FromStream"/> and similar methods.</param>
    /// <param name="overwrite">Whether an existing file may be overwritten; if not, it is an error.</param>
    /// <param name="progress">Receives the progress of the upload.</param>
    /// <param name="cancellationToken">Stops the upload; part of it may be on the server already.</param>
    /// <returns>The file on the server, as a value for a request's parameter.</returns>
    /// <exception cref="ArgumentException">The connection or the path is invalid, or the file cannot be uploaded; the message says why.</exception>
    /// <exception cref="FmeForbiddenException">The token's user has no permission to write there.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeFile> UploadAsync(
        string connection, string folder, FmeFile file, bool overwrite = false, IProgress<FmeUploadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var target = ResourcePath.From(connection, folder);
        LocalFiles local = Check(file.Local, nameof(file));
        return FmeFile.OnServer((await Connected(_uploader).UploadAsync(target, local, overwrite, progress, cancellationToken).ConfigureAwait(false)).Macro);
    }

    /// <summary>Uploads a folder of this machine with all its contents, file by file.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="parent">The path of the parent folder; empty for the top level.</param>
    /// <param name="folder">The folder: <see cref="FmeFolder.FromPath"/>. It keeps its name.</param>
    /// <param name="overwrite">Whether existing files may be overwritten; if not, they are an error.</param>
    /// <param name="progress">Receives the progress of each file's upload.</param>
    /// <param name="cancellationToken">Stops the upload; part of it may be on the server already.</param>
    /// <returns>The folder on the server, as a value for a request's parameter.</returns>
    /// <exception cref="ArgumentException">The connection or the path is invalid, or the folder cannot be uploaded; the message says why.</exception>
    /// <exception cref="FmeForbiddenException">The token's user has no permission to write there.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeFolder> UploadFolderAsync(
        string connection, string parent, FmeFolder folder, bool overwrite = false, IProgress<FmeUploadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var target = ResourcePath.From(connection, parent);
        LocalFiles local = Check(folder.Local, nameof(folder));
        return FmeFolder.OnServer((await Connected(_uploader).UploadAsync(target, local, overwrite, progress, cancellationToken).ConfigureAwait(false)).Macro);
    }

    /// <summary>Creates a folder.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="path">The folder's path. Its parent folder must exist.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The connection or the path is invalid.</exception>
    /// <exception cref="FmeForbiddenException">The token's user has no permission to write there.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task CreateFolderAsync(string connection, string path, CancellationToken cancellationToken = default)
    {
        ResourcePath folder = PathOf(connection, path);
        IResourceApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        await api.CreateFolderAsync(folder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a file, or a folder with all its contents.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="path">The path. A whole connection cannot be deleted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The connection or the path is invalid.</exception>
    /// <exception cref="FmeNotFoundException">There is no such connection, file or folder.</exception>
    /// <exception cref="FmeForbiddenException">The token's user has no permission to write there.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task DeleteAsync(string connection, string path, CancellationToken cancellationToken = default)
    {
        ResourcePath item = PathOf(connection, path);
        IResourceApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        await api.DeleteAsync(item, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
    }

    private static ResourcePath PathOf(string connection, string path) => ResourcePath.From(connection, path) is { IsRoot: false } place
        ? place
        : throw new ArgumentException($"The path is empty, which means all of {connection}. Name a file or folder in it.", nameof(path));

    private static LocalFiles Check(LocalFiles? local, string parameter)
    {
        if (local is null)
        {
            throw new ArgumentException("This is not on this machine, so there is nothing to upload.", parameter);
        }

        return local.FindProblem() is { } problem ? throw new ArgumentException($"The value {problem}", parameter) : local;
    }

    private async IAsyncEnumerable<FmeResourceEntry> ListAsync(ResourcePath folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IResourceApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        foreach (FmeResourceEntry entry in await api.ListAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    private ValueTask<IResourceApi> ApiAsync(CancellationToken cancellationToken) =>
        Connected(_resources).ForAsync(FirstV4Build.ForResources, cancellationToken);

    private T Connected<T>(T? part)
        where T : class =>
        part ?? throw new InvalidOperationException(
            $"This {GetType().Name} has no server, because it was made without one. Replace the member that the test calls, or use an FmeFlowEmulator.");
}
