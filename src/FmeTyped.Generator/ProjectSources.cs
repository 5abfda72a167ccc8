using System.Collections.Generic;
using System.Collections.Immutable;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Generator;

/// <summary>All files that are generated from the schema files of a project.</summary>
internal static class ProjectSources
{
    public static EquatableArray<GeneratedFile> From(ImmutableArray<ParsedSchema> files)
    {
        if (files.Length == 0 || files[0].Options.LanguageVersion is not null)
        {
            return default;
        }

        var entries = new List<FileEntry>();
        foreach (ParsedSchema file in files)
        {
            foreach (Workspace workspace in file.Workspaces)
            {
                entries.Add(new FileEntry(file.Path, WorkspaceIdentity.From(workspace)));
            }
        }

        var index = SchemaIndex.From(entries, files[0].Options.RootNamespace);
        var named = new List<NamedWorkspace>(entries.Count);
        foreach (ParsedSchema file in files)
        {
            foreach (Workspace workspace in file.Workspaces)
            {
                if (index.Find(file.Path, workspace) is { } found)
                {
                    named.Add(found);
                }
            }
        }

        return GeneratedFiles.From(named);
    }
}
