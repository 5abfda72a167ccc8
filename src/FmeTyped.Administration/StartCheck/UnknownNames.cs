using FmeTyped.Metadata;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Administration;

/// <summary>
/// Finds names in Repositories and Queues of the options that none of an app's workspaces has. Such an entry has no effect, and would go unnoticed. The
/// compiler reports those in code (FME1015); this class finds those in configuration.
/// </summary>
internal static class UnknownNames
{
    /// <summary>A sentence for each such name.</summary>
    public static IEnumerable<string> In(FmeFlowOptions options, FmeWorkspaceDescriptor[] workspaces)
    {
        string[] repositories = [.. workspaces.Select(workspace => workspace.Repository).Distinct()];
        foreach (string name in options.Repositories.Keys.Except(repositories))
        {
            yield return Sentence(nameof(options.Repositories), name, "of that repository", repositories);
        }

        foreach ((string repository, Dictionary<string, string> queues) in options.Queues)
        {
            if (!repositories.Contains(repository))
            {
                yield return Sentence(nameof(options.Queues), repository, "of that repository", repositories);
                continue;
            }

            string[] known = [.. workspaces.Where(workspace => workspace.Repository == repository).Select(workspace => workspace.Workspace)];
            foreach (string name in queues.Keys.Except(known))
            {
                yield return Sentence($"{nameof(options.Queues)}:{repository}", name, "of that name", known);
            }
        }
    }

    private static string Sentence(string option, string name, string what, string[] known) =>
        $"{option} has '{name}', but no workspace that is checked is {what}{(NearMiss.Hint(name, known) is { Length: > 0 } hint ? hint : ".")}";
}
