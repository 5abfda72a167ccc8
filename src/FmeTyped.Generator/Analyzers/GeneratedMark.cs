using System.Linq;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Recognizes generated types, including those of referenced projects, by their attribute.</summary>
internal static class GeneratedMark
{
    public static bool IsOn(ITypeSymbol type) => type.GetAttributes().Any(IsOurs);

    private static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } &&
        attribute.ConstructorArguments.FirstOrDefault().Value is "FmeTyped";
}
