using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>The types of the runtime, as a project sees them.</summary>
internal static class Runtime
{
    private const string Namespace = "FmeTyped";

    /// <summary>Whether a project can use generated requests at all. One that cannot costs nothing.</summary>
    public static bool IsReferenced(Compilation compilation) => Find(compilation, "IFmeRequest") is not null;

    public static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypeByMetadataName($"{Namespace}.{name}");

    /// <summary>Whether a type is the runtime's of that name.</summary>
    public static bool Is(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
