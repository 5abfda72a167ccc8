using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Administration;

/// <summary>Reads workspaces from the server and compares them with their descriptors, a few at a time.</summary>
/// <param name="apis">Reads the server.</param>
/// <param name="repositories">The server's names of the code's repositories, where they differ.</param>
internal sealed class Verifier(ApiVersionSelector<IRepositoryApi> apis, IReadOnlyDictionary<string, string> repositories)
{
    private const int MostAtATime = 8;

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
        string repository = repositories.GetValueOrDefault(workspace.Repository, workspace.Repository);
        var comparison = new DescriptorComparison(workspace, repository);
        try
        {
            JsonElement parameters = await api.GetParametersAsync(repository, workspace.Workspace, cancellationToken).ConfigureAwait(false);

            // A descriptor without services may come from a source that does not report them.
            IReadOnlyList<string>? services = workspace.Services.Count == 0 ? null
                : await api.GetServicesAsync(repository, workspace.Workspace, cancellationToken).ConfigureAwait(false);
            return comparison.With(parameters.GetRawText(), services);
        }
        catch (FmeNotFoundException)
        {
            return comparison.WithNothing();
        }
        catch (FmeForbiddenException)
        {
            return comparison.WithRefusal();
        }
    }
}
