using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Sources;

/// <summary>The workspaces of several inputs. A workspace in two inputs is taken from neither, because only the user knows which is right.</summary>
internal sealed class SourceSet
{
    public SourceSet(IReadOnlyList<SourceFile> files)
    {
        ILookup<(string, string), string> paths = files
            .SelectMany(file => file.Workspaces.Select(workspace => (workspace.Identity, file.Path)))
            .ToLookup(pair => pair.Identity, pair => pair.Path);
        Workspaces = [.. files.SelectMany(file => file.Workspaces).Where(workspace => paths[workspace.Identity].Count() == 1)];
        Errors =
        [
            .. files.SelectMany(file => file.Errors),
            .. paths.Where(found => found.Count() > 1)
                .Select(found => $"{found.Key.Item1}/{found.Key.Item2} is in {string.Join(" and in ", found)}; specify only one of them."),
        ];
    }

    public IReadOnlyList<SourceWorkspace> Workspaces { get; }

    public IReadOnlyList<string> Errors { get; }
}
