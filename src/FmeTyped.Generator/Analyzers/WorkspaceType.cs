using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Facts;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>A generated request and the workspace it runs.</summary>
internal sealed record WorkspaceType(INamedTypeSymbol Type, string Repository, string Workspace)
{
    private const string RuntimeAssembly = "FmeTyped";

    /// <summary>The workspace as messages show it, such as <c>Samples/austinDownload.fmw</c>.</summary>
    public string Path => ControlCharacters.ShowOnOneLine($"{Repository}/{Workspace}");

    /// <summary>Null for a type that is no generated request.</summary>
    public static WorkspaceType? From(INamedTypeSymbol type) =>
        type is { IsRecord: true, IsSealed: true, ContainingType: null } &&
        GeneratedAttribute.Find(type, "FmeWorkspaceAttribute") is { } attribute && attribute.TextAt(0) is { } repository && attribute.TextAt(1) is { } workspace
            ? new WorkspaceType(type, repository, workspace)
            : null;

    /// <summary>All generated requests that a project can use: its own, and those of the assemblies that it references.</summary>
    public static IEnumerable<WorkspaceType> In(Compilation compilation) => In(compilation.Assembly).Concat(InReferencesOf(compilation));

    /// <summary>The generated requests of the assemblies that a project references.</summary>
    public static IEnumerable<WorkspaceType> InReferencesOf(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Where(UsesFmeTyped).SelectMany(In);

    private static IEnumerable<WorkspaceType> In(IAssemblySymbol assembly) => In(assembly.GlobalNamespace);

    private static IEnumerable<WorkspaceType> In(INamespaceSymbol name)
    {
        foreach (INamedTypeSymbol type in name.GetTypeMembers())
        {
            if (From(type) is { } found)
            {
                yield return found;
            }
        }

        foreach (WorkspaceType found in name.GetNamespaceMembers().SelectMany(In))
        {
            yield return found;
        }
    }

    // Most references are the framework's, with very many types.
    private static bool UsesFmeTyped(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name.Equals(RuntimeAssembly, StringComparison.Ordinal)));
}
