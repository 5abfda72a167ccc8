namespace FmeTyped;

/// <summary>The data upload service of a server.</summary>
internal interface IDataUploadApi
{
    /// <summary>Uploads a file for a workspace.</summary>
    /// <param name="repository">The workspace's repository.</param>
    /// <param name="workspace">The workspace's file name.</param>
    /// <param name="space">The namespace: a folder of its own on the server for these files.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The file's path on the server.</returns>
    Task<string> UploadAsync(
        string repository, string workspace, string space, LocalContent file, IProgress<FmeUploadProgress>? progress, CancellationToken cancellationToken);
}
