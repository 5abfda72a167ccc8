using System.Collections.Generic;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Generator;

/// <summary>
/// What depends on all schema files of a project: the names, which may collide, and which workspaces are in
/// more than one file.
/// </summary>
internal sealed class SchemaIndex
{
    private readonly TypeNames _names;
    private readonly HashSet<FileEntry> _duplicates;

    private SchemaIndex(TypeNames names, HashSet<FileEntry> duplicates)
    {
        _names = names;
        _duplicates = duplicates;
    }

    public static SchemaIndex From(List<FileEntry> entries, string rootNamespace)
    {
        // Which of two files wins does not depend on the order in which the compiler receives them.
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));

        var seen = new HashSet<(string, string)>();
        var workspaces = new List<WorkspaceIdentity>(entries.Count);
        var duplicates = new HashSet<FileEntry>();
        foreach (FileEntry entry in entries)
        {
            if (seen.Add((entry.Workspace.Repository, entry.Workspace.Workspace)))
            {
                workspaces.Add(entry.Workspace);
            }
            else
            {
                duplicates.Add(entry);
            }
        }

        return new SchemaIndex(TypeNames.Assign(workspaces, rootNamespace), duplicates);
    }

    /// <summary>The workspace of a file with its name; null if an earlier file contains the workspace.</summary>
    public NamedWorkspace? Find(string path, Workspace workspace) =>
        _duplicates.Count > 0 && _duplicates.Contains(new FileEntry(path, WorkspaceIdentity.From(workspace)))
            ? null
            : new NamedWorkspace(workspace, _names.From(workspace));
}

/// <summary>A workspace and the file that contains it.</summary>
internal readonly record struct FileEntry(string Path, WorkspaceIdentity Workspace);
