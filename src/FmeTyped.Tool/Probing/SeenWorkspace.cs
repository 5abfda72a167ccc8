using System.Text.Json;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>A workspace that the token's user sees, with the records of its parameters.</summary>
internal sealed record SeenWorkspace(string Repository, string Name, IReadOnlyList<JsonElement> Records)
{
    // And as many workspaces of each.
    private const int MostRepositories = 10;

    public static async Task<IReadOnlyList<SeenWorkspace>> ReadAsync(RawServer server, ApiAddresses addresses, CancellationToken cancellationToken)
    {
        var seen = new List<SeenWorkspace>();
        RawResponse repositories = await server.GetAsync(addresses.Repositories(MostRepositories, 0), cancellationToken).ConfigureAwait(false);
        foreach (string repository in NamesIn(repositories).Take(MostRepositories))
        {
            foreach (string workspace in NamesIn(await server.GetAsync(addresses.Items(repository), cancellationToken).ConfigureAwait(false)))
            {
                RawResponse parameters = await server.GetAsync(addresses.Parameters(repository, workspace), cancellationToken).ConfigureAwait(false);
                seen.Add(new SeenWorkspace(repository, workspace, parameters.Items ?? []));
            }
        }

        return seen;
    }

    private static IEnumerable<string> NamesIn(RawResponse page) => (page.Items ?? []).Select(item => item.TextOf("name")).OfType<string>();
}
