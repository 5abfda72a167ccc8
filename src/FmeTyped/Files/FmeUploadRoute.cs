namespace FmeTyped;

/// <summary>How the files of a request are uploaded to the server.</summary>
public sealed class FmeUploadRoute
{
    private const string DefaultFolder = "fmetyped";

    private FmeUploadRoute(string? connectionName, string folder) => (ConnectionName, Folder) = (connectionName, folder);

    /// <summary>
    /// Into a folder of their own in the shared resource <c>FME_SHAREDRESOURCE_TEMP</c>. The token's user needs permission to write there.
    /// </summary>
    public static FmeUploadRoute SharedTemporary { get; } = new("FME_SHAREDRESOURCE_TEMP", DefaultFolder);

    /// <summary>
    /// Through the data upload service. The files belong to the workspace, and the server deletes them after a day by default
    /// (FME Flow
    /// Reference Manual, Data Upload Service); nothing is deleted earlier. It takes files, but not folders.
    /// </summary>
    public static FmeUploadRoute DataUpload { get; } = new(connectionName: null, DefaultFolder);

    /// <summary>The shared resource; null for the data upload service.</summary>
    internal string? ConnectionName { get; }

    /// <summary>The folder in which each request creates its own folder.</summary>
    internal string Folder { get; }

    /// <summary>Into a folder of their own in another shared resource. Workspaces find the files by the macro with the connection's name.</summary>
    /// <param name="name">The resource connection's name, such as <c>FME_SHAREDRESOURCE_DATA</c>.</param>
    /// <param name="folder">The folder in which each request creates its own folder.</param>
    /// <exception cref="ArgumentException">The name or the folder is invalid.</exception>
    // The macro has the name of the connection: A071.
    public static FmeUploadRoute Connection(string name, string folder = DefaultFolder)
    {
        _ = ResourcePath.From(name, folder);
        return new(name, folder);
    }
}
