using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>
/// Names that clients of all models take: letters, digits, <c>_</c> and <c>-</c>. Clients put the server's name before them, so they are well under the usual
/// limit of 64 characters.
/// </summary>
internal static class ToolNames
{
    /// <summary>The beginning of the names of tools for the jobs of several workspaces.</summary>
    public const string OfJobs = "fme_job";

    private const int Longest = 40;

    public static string StatusOf(string name) => name + "_status";

    public static string CancelOf(string name) => name + "_cancel";

    /// <summary>A name for each workspace: that of its file, with the repository where two would have the same.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<FmeWorkspaceDescriptor> workspaces)
    {
        string[] names = [.. workspaces.Select(workspace => From(FileOf(workspace)))];
        ILookup<string, string> same = names.ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        return Distinct(
            [.. workspaces.Select((workspace, index) => same[names[index]].Count() > 1 ? From($"{workspace.Repository}_{FileOf(workspace)}") : names[index])],
            [StatusOf(OfJobs), CancelOf(OfJobs)]);
    }

    /// <summary>A name for each parameter, which is its own one wherever that can be.</summary>
    public static IReadOnlyList<string> For(IEnumerable<FmeParameterDescriptor> parameters) =>
        Distinct([.. parameters.Select(parameter => From(parameter.Name))], []);

    private static string FileOf(FmeWorkspaceDescriptor workspace) => Path.GetFileNameWithoutExtension(workspace.Workspace);

    private static string From(string text)
    {
        string name = string.Concat(text.Take(Longest).Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' ? sign : '_'));
        return name.Length == 0 ? "_" : name;
    }

    private static List<string> Distinct(IReadOnlyList<string> names, IEnumerable<string> taken)
    {
        var all = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        var distinct = new List<string>();
        foreach (string name in names)
        {
            string free = name;
            for (int number = 2; !all.Add(free); number++)
            {
                free = $"{name}_{number}";
            }

            distinct.Add(free);
        }

        return distinct;
    }
}
