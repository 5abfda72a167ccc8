using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads workspaces from the server and compares them with their descriptors, a few at a time.</summary>
internal sealed class Verifier(Versioned<IRepositoryApi> apis, FmeFlowOptions client)
{
    private const int MostAtATime = 8;

    private readonly Dictionary<string, string> _repositories = new(client.Repositories, StringComparer.Ordinal);

    public async Task<FmeVerification> VerifyAsync(FmeWorkspaceDescriptor[] workspaces, CancellationToken cancellationToken)
    {
        IRepositoryApi api = await apis.ForAsync(FirstV4Build.ForDiscovery, cancellationToken).ConfigureAwait(false);
        var found = new IReadOnlyList<FmeDifference>[workspaces.Length];
        await Parallel.ForAsync(
            0,
            workspaces.Length,
            new ParallelOptions { MaxDegreeOfParallelism = MostAtATime, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await CompareAsync(api, workspaces[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return new FmeVerification(workspaces.Length, [.. found.SelectMany(differences => differences)]);
    }

    private async Task<IReadOnlyList<FmeDifference>> CompareAsync(IRepositoryApi api, FmeWorkspaceDescriptor workspace, CancellationToken cancellationToken)
    {
        string repository = _repositories.GetValueOrDefault(workspace.Repository, workspace.Repository);
        var comparison = new WorkspaceComparison(workspace, $"{repository}/{workspace.Workspace}");
        try
        {
            JsonElement parameters = await api.GetParametersAsync(repository, workspace.Workspace, cancellationToken).ConfigureAwait(false);
            comparison.CompareParameters(LiveParameters.Read(parameters));
            if (workspace.Services.Count > 0)
            {
                comparison.CompareServices(await api.GetServicesAsync(repository, workspace.Workspace, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (FmeNotFoundException)
        {
            comparison.Add(FmeDifferenceKind.WorkspaceMissing, "is not on the server, or hidden from the token's user.");
        }
        catch (FmeForbiddenException)
        {
            comparison.Add(FmeDifferenceKind.WorkspaceNotPermitted, "may not be read by the token's user, or is not on the server.");
        }

        return comparison.Differences;
    }
}
