namespace FmeTyped.Testing;

/// <summary>The contents of workspace files that can be downloaded: those that clients published, and those of the options.</summary>
/// <param name="files">The contents by repository and then by workspace.</param>
internal sealed class WorkspaceFiles(IDictionary<string, Dictionary<string, byte[]>> files)
{
    private readonly Dictionary<(string Repository, string Workspace), byte[]> _files = files
        .SelectMany(repository => repository.Value.Select(workspace => KeyValuePair.Create((repository.Key, workspace.Key), workspace.Value)))
        .ToDictionary();

    /// <summary>The file of a workspace; null if its content is not known.</summary>
    public byte[]? Find(PublishedWorkspace workspace) => workspace.File ?? _files.GetValueOrDefault((workspace.Repository, workspace.Name));
}
