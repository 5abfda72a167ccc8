using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Repositories and workspaces of a server, in either version of the REST API.</summary>
internal interface IRepositoryApi
{
    /// <summary>The repositories whose name or description contains a text; all for null.</summary>
    IAsyncEnumerable<FmeRepositoryInfo> ListAsync(string? filter, CancellationToken cancellationToken);

    /// <summary>The workspaces of one repository, or of all, whose name or title contains a text; all for null.</summary>
    IAsyncEnumerable<FmeWorkspaceInfo> ListWorkspacesAsync(string? repository, string? filter, CancellationToken cancellationToken);

    /// <summary>Everything that the server reports about a workspace.</summary>
    Task<FmeWorkspaceInfo> GetWorkspaceAsync(string repository, string workspace, CancellationToken cancellationToken);

    /// <summary>The published parameters, an array of records of this version.</summary>
    Task<JsonElement> GetParametersAsync(string repository, string workspace, CancellationToken cancellationToken);

    /// <summary>The workspace's file.</summary>
    Task<Stream> OpenWorkspaceFileAsync(string repository, string workspace, CancellationToken cancellationToken);

    /// <summary>The services a workspace is registered with.</summary>
    Task<IReadOnlyList<string>> GetServicesAsync(string repository, string workspace, CancellationToken cancellationToken);
}
