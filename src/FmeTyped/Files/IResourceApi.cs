namespace FmeTyped;

/// <summary>The shared resources of a server, in either version of the REST API.</summary>
internal interface IResourceApi
{
    /// <summary>Lists the direct entries of a folder.</summary>
    Task<IReadOnlyList<FmeResourceEntry>> ListAsync(ResourcePath folder, CancellationToken cancellationToken);

    Task<ResponseStream> OpenAsync(ResourcePath file, CancellationToken cancellationToken);

    /// <summary>Opens some files and folders of one folder as a zip file.</summary>
    Task<ResponseStream> OpenZipAsync(ResourcePath folder, IReadOnlyList<string> names, string zipName, CancellationToken cancellationToken);

    /// <summary>Uploads a file into a folder, which is created if it is missing.</summary>
    Task UploadAsync(ResourcePath folder, LocalContent file, bool overwrite, IProgress<FmeUploadProgress>? progress, CancellationToken cancellationToken);

    Task CreateFolderAsync(ResourcePath folder, CancellationToken cancellationToken);

    /// <summary>Deletes a file, or a folder with all its contents, within the usual time limit or a shorter one.</summary>
    Task DeleteAsync(ResourcePath item, TimeSpan atMost, CancellationToken cancellationToken);
}
