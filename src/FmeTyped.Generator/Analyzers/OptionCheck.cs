using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Finds constants of an option enum that are not options: its default, which is never one, and other numbers. It needs no schema, so
/// it also checks requests of referenced projects.
/// </summary>
internal static class OptionCheck
{
    public static void Analyze(OperationAnalysisContext context, IOperation value, IPropertySymbol property)
    {
        if (Written.ItemsOf(value) is not { } items)
        {
            AnalyzeItem(context, value, property, "Use an option");
            return;
        }

        foreach (IOperation item in items)
        {
            AnalyzeItem(context, Written.Without(item), property, "Use an option, or leave the item out");
        }
    }

    private static void AnalyzeItem(OperationAnalysisContext context, IOperation value, IPropertySymbol property, string remedy)
    {
        if (value is { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: int number } } &&
            !type.GetMembers().Any(member => member is IFieldSymbol { HasConstantValue: true, ConstantValue: int option } && option == number) &&
            GeneratedMark.IsOn(type))
        {
            bool mayBeUnset = property.Type is INamedTypeSymbol { Name: "Nullable" or "FmeOptional" };
            context.ReportDiagnostic(Diagnostic.Create(
                UseDiagnostics.NoOption,
                value.Syntax.GetLocation(),
                value.Syntax.ToString(),
                $"{type.ContainingType?.Name}.{type.Name}",
                mayBeUnset ? "Use an option, or leave the property out to leave it unset" : remedy));
        }
    }
}
