using System.Runtime.CompilerServices;
using System.Text.Json;
using FmeTyped.Administration;

namespace FmeTyped;

// Repository names are the server's own; the client's map of repositories is not applied.
public partial class FmeFlowAdministration
{
    /// <summary>Lists the repositories that the token's user may see. Each page is read when it is reached.</summary>
    /// <param name="filter">A part of the name or the description, ignoring case; null for all. With REST API version 4, or of the owner's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async IAsyncEnumerable<FmeRepositoryInfo> ListRepositoriesAsync(
        string? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IRepositoryApi api = await RepositoriesAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeRepositoryInfo repository in api.ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            yield return repository;
        }
    }

    /// <summary>
    /// Lists the workspaces that the token's user may see. Each page is read when it is reached. With REST API version 3 the workspaces of all repositories
    /// take at least one request per repository.
    /// </summary>
    /// <param name="repository">The repository; null for all.</param>
    /// <param name="filter">A part of the name or the title, ignoring case; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotFoundException">The server does not know the repository.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async IAsyncEnumerable<FmeWorkspaceInfo> ListWorkspacesAsync(
        string? repository = null, string? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IRepositoryApi api = await RepositoriesAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeWorkspaceInfo workspace in api.ListWorkspacesAsync(repository, filter, cancellationToken).ConfigureAwait(false))
        {
            yield return workspace;
        }
    }

    /// <summary>Gets everything that the server reports about a workspace.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The file name, with <c>.fmw</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotFoundException">The server does not know the workspace.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeWorkspaceInfo> GetWorkspaceAsync(string repository, string workspace, CancellationToken cancellationToken = default) =>
        await (await RepositoriesAsync(cancellationToken).ConfigureAwait(false)).GetWorkspaceAsync(
            repository, workspace, cancellationToken).ConfigureAwait(false);

    /// <summary>Gets the published parameters of a workspace as the server reports them.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The file name, with <c>.fmw</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>An array of records of REST API version 3 or 4, whichever the client uses. A schema file takes either.</returns>
    /// <exception cref="FmeNotFoundException">The server does not know the workspace.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<JsonElement> GetParametersJsonAsync(string repository, string workspace, CancellationToken cancellationToken = default) =>
        await (await RepositoriesAsync(cancellationToken).ConfigureAwait(false)).GetParametersAsync(
            repository, workspace, cancellationToken).ConfigureAwait(false);

    /// <summary>Opens the workspace's file for reading, as it arrives.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The file name, with <c>.fmw</c>.</param>
    /// <param name="cancellationToken">Stops the opening, and later reads.</param>
    /// <returns>The file's bytes. Dispose of it. The time limit of a request applies to each read.</returns>
    /// <exception cref="FmeNotFoundException">The server does not know the workspace.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<Stream> OpenWorkspaceFileAsync(string repository, string workspace, CancellationToken cancellationToken = default) =>
        await (await RepositoriesAsync(cancellationToken).ConfigureAwait(false)).OpenWorkspaceFileAsync(
            repository, workspace, cancellationToken).ConfigureAwait(false);

    private ValueTask<IRepositoryApi> RepositoriesAsync(CancellationToken cancellationToken) =>
        Connected(_repositories).ForAsync(FirstV4Build.ForDiscovery, cancellationToken);
}
