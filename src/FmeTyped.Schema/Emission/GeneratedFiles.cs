using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// Distributes workspaces to files: one file per workspace, but few files for very many workspaces. Roslyn's work per run grows with the square of the
/// number of generated files: with thousands of them, every keystroke would be slow.
/// </summary>
internal static class GeneratedFiles
{
    /// <summary>The maximum number of files. Up to this number of workspaces, each has its own file.</summary>
    public const int MostFiles = 256;

    public static EquatableArray<GeneratedFile> From(IReadOnlyList<NamedWorkspace> workspaces) =>
        workspaces.Count <= MostFiles
            ? new([.. workspaces.Select(workspace => new GeneratedFile(HintName.From(workspace.Type), EquatableArray.From(workspace)))])
            : Shared(workspaces);

    // A workspace's file depends only on its name, so adding or removing others does not move it.
    private static EquatableArray<GeneratedFile> Shared(IReadOnlyList<NamedWorkspace> workspaces)
    {
        string[] names = new string[workspaces.Count];
        var ordered = new NamedWorkspace[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            ordered[i] = workspaces[i];
            names[i] = $"{ordered[i].Type.Namespace}.{ordered[i].Type.Name}";
        }

        Array.Sort(names, ordered, StringComparer.Ordinal);
        var files = new List<NamedWorkspace>?[MostFiles];
        for (int i = 0; i < names.Length; i++)
        {
            (files[NumberOf(names[i])] ??= []).Add(ordered[i]);
        }

        var shared = new GeneratedFile[files.Length];
        for (int number = 0; number < files.Length; number++)
        {
            // An empty file keeps the positions of the later ones, by which Roslyn compares them.
            string hintName = $"Workspaces.{number.ToString("d3", CultureInfo.InvariantCulture)}.g.cs";
            shared[number] = new GeneratedFile(hintName, files[number] is { } members ? EquatableArray.From(members) : default);
        }

        return new EquatableArray<GeneratedFile>(shared);
    }

    // The class that describes the parameters of Roads is called RoadsParameters and belongs to its file, so a workspace of that name is in the next file.
    private static uint NumberOf(string name)
    {
        uint number = 0;
        while (name.EndsWith(MemberNames.DescriptorSuffix, StringComparison.Ordinal))
        {
            name = name.Substring(0, name.Length - MemberNames.DescriptorSuffix.Length);
            number++;
        }

        return (StableHash.From(name) + number) % MostFiles;
    }
}

/// <summary>A C# file, and everything that it depends on.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Workspaces">Its workspaces; if there are none, there is no file.</param>
internal sealed record GeneratedFile(string HintName, EquatableArray<NamedWorkspace> Workspaces);
