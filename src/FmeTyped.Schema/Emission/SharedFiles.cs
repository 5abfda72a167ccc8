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
        var files = new List<NamedWorkspace>?[MostFiles];
        foreach (NamedWorkspace workspace in workspaces)
        {
            uint number = StableHash.Of($"{workspace.Type.Namespace}.{workspace.Type.Name}") % MostFiles;
            (files[number] ??= []).Add(workspace);
        }

        var shared = new SharedFile[files.Length];
        for (int number = 0; number < files.Length; number++)
        {
            // An empty file keeps the place of the later ones, which Roslyn compares by position.
            shared[number] = new SharedFile(number, files[number] is { } members ? InOrder(members) : default);
        }

        return new EquatableArray<SharedFile>(shared);
    }

    private static EquatableArray<NamedWorkspace> InOrder(List<NamedWorkspace> members)
    {
        members.Sort((left, right) => string.CompareOrdinal($"{left.Type.Namespace}.{left.Type.Name}", $"{right.Type.Namespace}.{right.Type.Name}"));
        return EquatableArray.From(members);
    }
}

/// <summary>A file of several workspaces.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Workspaces">Its workspaces, in the order of their names.</param>
internal sealed record SharedFile(int Number, EquatableArray<NamedWorkspace> Workspaces)
{
    public string HintName => $"Workspaces.{Number.ToString("d3", CultureInfo.InvariantCulture)}.g.cs";

    public (Workspace Workspace, TypeName Type)[] ToArray()
    {
        var members = new (Workspace, TypeName)[Workspaces.Count];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = (Workspaces[i].Workspace, Workspaces[i].Type);
        }

        return members;
    }
}
