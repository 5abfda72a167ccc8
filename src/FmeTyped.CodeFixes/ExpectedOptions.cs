using System.Threading;
using FmeTyped.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.CodeFixes;

/// <summary>The option type that is expected at a position, if that is certain: where a property of a generated request is set.</summary>
internal static class ExpectedOptions
{
    public static INamedTypeSymbol? At(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode value = name.Parent is MemberAccessExpressionSyntax access && access.Expression == name ? access : name;
        if (value.Parent is ExpressionElementSyntax { Parent: CollectionExpressionSyntax list })
        {
            value = list;
        }

        return value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value &&
            model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is IPropertySymbol property && GeneratedMark.IsOn(property.ContainingType)
                ? OptionTypeIn(property.Type as INamedTypeSymbol)
                : null;
    }

    // ThemesOption, ThemesOption?, FmeOptional<ThemesOption> and FmeList<ThemesOption>.
    private static INamedTypeSymbol? OptionTypeIn(INamedTypeSymbol? type) =>
        type is { TypeArguments: { Length: 1 } arguments } ? OptionTypeIn(arguments[0] as INamedTypeSymbol)
        : type is not null && GeneratedMark.IsOn(type) ? type
        : null;
}
