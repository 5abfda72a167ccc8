using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// Puts workspaces into files: each into one of its own, but very many into few. What Roslyn does for each run grows with the square of the
/// number of generated files: with thousands of them every keystroke would be felt.
/// </summary>
internal static class GeneratedFiles
{
    /// <summary>Up to so many workspaces have a file each, and so many files hold all of them beyond that.</summary>
    public const int MostFiles = 256;

    public static EquatableArray<GeneratedFile> From(IReadOnlyList<NamedWorkspace> workspaces) =>
        workspaces.Count <= MostFiles
            ? new([.. workspaces.Select(workspace => new GeneratedFile(HintName.From(workspace.Type), EquatableArray.From(workspace)))])
            : Shared(workspaces);

    // Which file a workspace is in depends on its name alone, so that others that come or go do not move it.
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
            (files[StableHash.From(names[i]) % MostFiles] ??= []).Add(ordered[i]);
        }

        var shared = new GeneratedFile[files.Length];
        for (int number = 0; number < files.Length; number++)
        {
            // An empty file keeps the place of the later ones, which Roslyn compares by position.
            string hintName = $"Workspaces.{number.ToString("d3", CultureInfo.InvariantCulture)}.g.cs";
            shared[number] = new GeneratedFile(hintName, files[number] is { } members ? EquatableArray.From(members) : default);
        }

        return new EquatableArray<GeneratedFile>(shared);
    }
}

/// <summary>A C# file, and all that it depends on.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Workspaces">Its workspaces; where there are none, there is no file.</param>
internal sealed record GeneratedFile(string HintName, EquatableArray<NamedWorkspace> Workspaces);
