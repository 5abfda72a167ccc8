using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>The types of the FmeTyped assembly, as a project sees them.</summary>
internal static class Runtime
{
    private const string Namespace = "FmeTyped";

    /// <summary>Whether a project can use generated requests at all. Otherwise it needs no analysis.</summary>
    public static bool IsReferenced(Compilation compilation) => Find(compilation, "IFmeRequest") is not null;

    public static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypeByMetadataName($"{Namespace}.{name}");

    /// <summary>Whether a type is the FmeTyped type of that name.</summary>
    public static bool Is(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
