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
/// <param name="Names">The names of all workspaces that are generated.</param>
/// <param name="Duplicates">The workspaces that stand in an earlier file already.</param>
internal sealed record SchemaIndex(TypeNames Names, EquatableArray<FileEntry> Duplicates)
{
    /// <summary>Whether the workspaces are so many that they share files.</summary>
    public bool AreMany => Names.Count > SharedFiles.MostFiles;

    public static SchemaIndex Of(ImmutableArray<ParsedSchema> files, GeneratorOptions options)
    {
        var entries = new List<FileEntry>();
        if (options.LanguageVersion is null)
        {
            foreach (ParsedSchema file in files)
            {
                foreach (Workspace workspace in file.Workspaces)
                {
                    entries.Add(new FileEntry(file.Path, WorkspaceIdentity.Of(workspace)));
                }
            }
        }

        return Of(entries, options.RootNamespace);
    }

    public static SchemaIndex Of(List<FileEntry> entries, string rootNamespace)
    {
        // Which of two files has the word does not depend on the order the compiler is given them in.
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));

        var seen = new HashSet<(string, string)>();
        var workspaces = new List<WorkspaceIdentity>(entries.Count);
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

    /// <summary>The workspace of a file with its name; null where an earlier file has the workspace, or where nothing is generated.</summary>
    public NamedWorkspace? Find(string path, Workspace workspace)
    {
        foreach (FileEntry duplicate in Duplicates)
        {
            if (duplicate.Path == path && duplicate.Workspace.Repository == workspace.Repository && duplicate.Workspace.Workspace == workspace.Name)
            {
                return null;
            }
        }

        return Names.Find(workspace) is { } name ? new NamedWorkspace(workspace, name) : null;
    }

    /// <summary>The workspaces of a file with their names.</summary>
    public ImmutableArray<NamedWorkspace> Name(ParsedSchema file) => Name(ImmutableArray.Create(file));

    /// <summary>The workspaces of files with their names, in the order of the files.</summary>
    public ImmutableArray<NamedWorkspace> Name(ImmutableArray<ParsedSchema> files)
    {
        var named = ImmutableArray.CreateBuilder<NamedWorkspace>(Names.Count);
        foreach (ParsedSchema file in files)
        {
            foreach (Workspace workspace in file.Workspaces)
            {
                if (Find(file.Path, workspace) is { } found)
                {
                    named.Add(found);
                }
            }
        }

        return named.ToImmutable();
    }
}

/// <summary>A workspace and the file it stands in.</summary>
internal readonly record struct FileEntry(string Path, WorkspaceIdentity Workspace);
