using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Repositories and workspaces in REST API version 3, where a workspace is an item of its repository.</summary>
internal sealed class V3RepositoryApi(RestReader rest) : IRepositoryApi
{
    private const string Root = "/fmerest/v3/repositories";

    public async IAsyncEnumerable<FmeRepositoryInfo> ListAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JsonElement item in rest.ListAsync(new ErrorContext("list the repositories"), Root, cancellationToken).ConfigureAwait(false))
        {
            FmeRepositoryInfo repository = RepositoryRecords.ReadRepository(item);
            if (Has(filter, repository.Name, repository.Description))
            {
                yield return repository;
            }
        }
    }

    // There is no list of all workspaces, and no filter: A090.
    public IAsyncEnumerable<FmeWorkspaceInfo> ListWorkspacesAsync(string? repository, string? filter, CancellationToken cancellationToken) =>
        repository is null ? ListAllWorkspacesAsync(filter, cancellationToken) : ListWorkspacesOfAsync(repository, filter, cancellationToken);

    private async IAsyncEnumerable<FmeWorkspaceInfo> ListAllWorkspacesAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (FmeRepositoryInfo repository in ListAsync(filter: null, cancellationToken).ConfigureAwait(false))
        {
            if (!UrlPath.IsPart(repository.Name))
            {
                var context = new ErrorContext("list the workspaces of all repositories");
                throw new FmeProtocolException(
                    $"Could not {context.Operation}: the server shows a repository of the name '{repository.Name}', which none can have.", context);
            }

            await foreach (FmeWorkspaceInfo workspace in ListWorkspacesOfAsync(repository.Name, filter, cancellationToken).ConfigureAwait(false))
            {
                yield return workspace;
            }
        }
    }

    // The name comes from the server and can be any text.
    private async IAsyncEnumerable<FmeWorkspaceInfo> ListWorkspacesOfAsync(
        string repository, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = new ErrorContext($"list the workspaces of {rest.Connection.Redactor.Redact(repository)}");
        string path = $"{Root}/{UrlPath.Part(repository)}/items?type=WORKSPACE";
        await foreach (JsonElement item in rest.ListAsync(context, path, cancellationToken).ConfigureAwait(false))
        {
            FmeWorkspaceInfo workspace = RepositoryRecords.ReadWorkspace(item, repository);
            if (Has(filter, workspace.Name, workspace.Title))
            {
                yield return workspace;
            }
        }
    }

    public async Task<FmeWorkspaceInfo> GetWorkspaceAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        RepositoryRecords.ReadWorkspace(
            await rest.GetObjectAsync($"read {repository}/{workspace}", PathOf(repository, workspace), cancellationToken).ConfigureAwait(false), repository);

    public Task<JsonElement> GetParametersAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        rest.GetArrayAsync(
            $"read the parameters of {repository}/{workspace}", $"{PathOf(repository, workspace)}/parameters", ["items", "parameters"], cancellationToken);

    // The item itself, requested as a file: A095.
    public Task<Stream> OpenWorkspaceFileAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        rest.OpenAsync($"download {repository}/{workspace}", PathOf(repository, workspace) + "?accept=contents", cancellationToken);

    public async Task<IReadOnlyList<string>> GetServicesAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        (await GetWorkspaceAsync(repository, workspace, cancellationToken).ConfigureAwait(false)).Services ?? [];

    private static string PathOf(string repository, string workspace) => $"{Root}/{UrlPath.Part(repository)}/items/{UrlPath.Part(workspace)}";

    private static bool Has(string? filter, params ReadOnlySpan<string> texts)
    {
        if (filter is null)
        {
            return true;
        }

        foreach (string text in texts)
        {
            if (text.Contains(filter, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
