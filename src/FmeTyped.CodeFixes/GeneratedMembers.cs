using System.Collections.Generic;
using System.Threading;
using FmeTyped.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.CodeFixes;

/// <summary>The members of generated types that the developer may have meant: parameters of a request, and options.</summary>
internal static class GeneratedMembers
{
    /// <summary>The generated type in which a member was expected, and whether through the type or through a value; null for other types.</summary>
    public static (INamedTypeSymbol Type, bool IsStatic)? OwnerOf(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        ITypeSymbol? type = null;
        bool isStatic = false;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        {
            isStatic = model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is INamedTypeSymbol;
            type = model.GetTypeInfo(access.Expression, cancellationToken).Type;
        }
        else if (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment && assignment.Left == name)
        {
            type = initializer.Kind() == SyntaxKind.WithInitializerExpression && initializer.Parent is WithExpressionSyntax with
                ? model.GetTypeInfo(with.Expression, cancellationToken).Type
                : model.GetTypeInfo(initializer.Parent!, cancellationToken).Type;
        }

        return type is INamedTypeSymbol named && GeneratedMark.IsOn(named) ? (named, isStatic) : null;
    }

    public static IEnumerable<string> From(INamedTypeSymbol type, bool isStatic)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            bool isMeant = member switch
            {
                IFieldSymbol { HasConstantValue: true } => isStatic,
                IPropertySymbol { DeclaredAccessibility: Accessibility.Public } property => isStatic
                    ? property.IsStatic && SymbolEqualityComparer.Default.Equals(property.Type, type)
                    : !property.IsStatic && property.SetMethod is not null,
                _ => false,
            };
            if (isMeant)
            {
                yield return member.Name;
            }
        }
    }
}
