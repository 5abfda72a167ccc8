using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds generated requests in the [JsonSerializable] of a project's JsonSerializerContexts.</summary>
internal sealed class JsonContexts(INamedTypeSymbol context, INamedTypeSymbol serializable, GeneratedRequests requests)
{
    private const string Consequence = "the System.Text.Json generator does not see it and generates no metadata for it";

    public static void Register(CompilationStartAnalysisContext start, GeneratedRequests requests)
    {
        if (start.Compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializerContext") is { } context &&
            start.Compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializableAttribute") is { } serializable)
        {
            start.RegisterOperationAction(new JsonContexts(context, serializable, requests).Analyze, OperationKind.Attribute);
        }
    }

    private void Analyze(OperationAnalysisContext attribute)
    {
        if (((IAttributeOperation)attribute.Operation).Operation is IObjectCreationOperation creation &&
            SymbolEqualityComparer.Default.Equals(creation.Type, serializable) &&
            creation.Arguments.FirstOrDefault()?.Value is ITypeOfOperation type &&
            attribute.ContainingSymbol is INamedTypeSymbol { BaseType: { } baseType } && SymbolEqualityComparer.Default.Equals(baseType, context) &&
            requests.FindIn(type.TypeOperand) is { } request)
        {
            attribute.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.OutOfSight, type.Syntax.GetLocation(), request.Name, Consequence));
        }
    }
}
