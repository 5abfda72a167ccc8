using System;
using System.Collections.Generic;
using System.Globalization;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// Puts very many workspaces into few files. What Roslyn does for each run grows with the square of the number of generated files:
/// with thousands of them every keystroke would be felt.
/// </summary>
internal static class SharedFiles
{
    /// <summary>Up to so many workspaces have a file each, and so many files hold all of them beyond that.</summary>
    public const int MostFiles = 256;

    /// <summary>The shared files. Which one a workspace is in depends on its name alone, so that others that come or go do not move it.</summary>
    public static EquatableArray<SharedFile> Of(IReadOnlyList<NamedWorkspace> workspaces)
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
            (files[StableHash.Of(names[i]) % MostFiles] ??= []).Add(ordered[i]);
        }

        var shared = new SharedFile[files.Length];
        for (int number = 0; number < files.Length; number++)
        {
            // An empty file keeps the place of the later ones, which Roslyn compares by position.
            shared[number] = new SharedFile(number, files[number] is { } members ? EquatableArray.From(members) : default);
        }

        return new EquatableArray<SharedFile>(shared);
    }
}

/// <summary>A file of several workspaces.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Workspaces">Its workspaces, in the order of their names.</param>
internal sealed record SharedFile(int Number, EquatableArray<NamedWorkspace> Workspaces)
{
    public string HintName => $"Workspaces.{Number.ToString("d3", CultureInfo.InvariantCulture)}.g.cs";
}
