using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Repositories and workspaces in REST API version 4.</summary>
internal sealed class V4RepositoryApi(RestReader rest) : IRepositoryApi
{
    private const string Repositories = "/fmeapiv4/repositories";
    private const string Workspaces = "/fmeapiv4/workspaces";

    public IAsyncEnumerable<FmeRepositoryInfo> ListAsync(string? filter, CancellationToken cancellationToken) => rest.ListAsync(
        new ErrorContext("list the repositories"),
        RestReader.WithQuery(Repositories, RestReader.Query("filterString", filter)),
        RepositoryRecords.ReadRepository,
        cancellationToken);

    public IAsyncEnumerable<FmeWorkspaceInfo> ListWorkspacesAsync(string? repository, string? filter, CancellationToken cancellationToken) => rest.ListAsync(
        new ErrorContext(repository is null ? "list the workspaces" : $"list the workspaces of {repository}"),
        RestReader.WithQuery(Workspaces, RestReader.Query("repository", repository), RestReader.Query("filterString", filter)),
        item => RepositoryRecords.ReadWorkspace(item, repository),
        cancellationToken);

    public async Task<FmeWorkspaceInfo> GetWorkspaceAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        RepositoryRecords.ReadWorkspace(
            await rest.GetObjectAsync($"read {repository}/{workspace}", PathOf(repository, workspace), cancellationToken).ConfigureAwait(false), repository);

    public Task<JsonElement> GetParametersAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        rest.GetArrayAsync(
            $"read the parameters of {repository}/{workspace}",
            $"{PathOf(repository, workspace)}/parameters",
            ["items", "parameters", "value"],
            cancellationToken);

    public Task<Stream> OpenWorkspaceFileAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        rest.OpenAsync($"download {repository}/{workspace}", $"{PathOf(repository, workspace)}/download", cancellationToken);

    public async Task<IReadOnlyList<string>> GetServicesAsync(string repository, string workspace, CancellationToken cancellationToken) =>
        RegisteredServices.Read(await rest.GetObjectAsync(
            $"read the services of {repository}/{workspace}", $"{PathOf(repository, workspace)}/services", cancellationToken).ConfigureAwait(false));

    private static string PathOf(string repository, string workspace) => $"{Workspaces}/{UrlPath.Part(repository)}/{UrlPath.Part(workspace)}";
}
