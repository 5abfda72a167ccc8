using System.Collections.Generic;
using System.Collections.Immutable;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Generator;

/// <summary>
/// What is known only when all schema files of a project are seen: the names, which may clash, and which workspaces stand in
/// more than one file. Changes only when a workspace comes, goes or is renamed.
/// </summary>
/// <param name="Names">The names of all workspaces.</param>
/// <param name="Duplicates">The workspaces that stand in an earlier file already.</param>
internal sealed record SchemaIndex(TypeNames Names, EquatableArray<FileEntry> Duplicates)
{
    public static SchemaIndex Of(ImmutableArray<EquatableArray<FileEntry>> files, string rootNamespace)
    {
        var entries = new List<FileEntry>();
        foreach (EquatableArray<FileEntry> file in files)
        {
            entries.AddRange(file);
        }

        // Which of two files has the word does not depend on the order the compiler is given them in.
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));

        var seen = new HashSet<(string, string)>();
        var workspaces = new List<WorkspaceIdentity>();
        var duplicates = new List<FileEntry>();
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

        return new SchemaIndex(TypeNames.Assign(workspaces, rootNamespace), EquatableArray.From(duplicates));
    }

    /// <summary>The workspace of a file with its name; null where an earlier file has the workspace.</summary>
    public NamedWorkspace? Find(string path, Workspace workspace)
    {
        foreach (FileEntry duplicate in Duplicates)
        {
            if (duplicate.Path == path && duplicate.Workspace.Repository == workspace.Repository && duplicate.Workspace.Workspace == workspace.Name)
            {
                return null;
            }
        }

        return new NamedWorkspace(workspace, Names.Of(workspace));
    }
}

/// <summary>A workspace and the file it stands in.</summary>
internal readonly record struct FileEntry(string Path, WorkspaceIdentity Workspace);
