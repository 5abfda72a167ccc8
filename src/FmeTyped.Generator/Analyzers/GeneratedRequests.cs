using System.Linq;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Distinguishes the requests that are generated in a project from those that were written by hand or come from elsewhere.</summary>
internal sealed class GeneratedRequests
{
    private readonly IAssemblySymbol _project;
    private readonly INamedTypeSymbol _request;

    private GeneratedRequests(IAssemblySymbol project, INamedTypeSymbol request)
    {
        _project = project;
        _request = request;
    }

    /// <summary>Null if the project does not reference FmeTyped.</summary>
    public static GeneratedRequests? From(Compilation compilation) =>
        Runtime.Find(compilation, "IFmeRequest") is { } request ? new GeneratedRequests(compilation.Assembly, request) : null;

    /// <summary>The first generated request in a type such as Survey, Survey[] or List&lt;Survey&gt;; null if there is none.</summary>
    public INamedTypeSymbol? FindIn(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => FindIn(array.ElementType),
        INamedTypeSymbol named when IsGenerated(named) => named,
        INamedTypeSymbol named => named.TypeArguments.Select(FindIn).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private bool IsGenerated(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _project) &&
        type.AllInterfaces.Contains(_request, SymbolEqualityComparer.Default) &&
        GeneratedMark.IsOn(type);
}
