using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Finds constants of an option enum that are none of its options: its default, which is never one, and numbers. Needs no schema, so
/// that requests of referenced projects are checked as well.
/// </summary>
internal static class OptionCheck
{
    public static void Look(OperationAnalysisContext context, IOperation value, IPropertySymbol property)
    {
        if (Written.ItemsOf(value) is not { } items)
        {
            LookAtOne(context, value, property, "Name an option");
            return;
        }

        foreach (IOperation item in items)
        {
            LookAtOne(context, Written.Without(item), property, "Name an option, or leave the item out");
        }
    }

    private static void LookAtOne(OperationAnalysisContext context, IOperation value, IPropertySymbol property, string remedy)
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
                mayBeUnset ? "Name an option, or leave the property out to leave it unset" : remedy));
        }
    }
}
