using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Finds the attributes with which generated code says what the analyzers check. They are the same in the project that generates the code and in those that
/// reference it.
/// </summary>
internal static class GeneratedAttribute
{
    public static AttributeData? Find(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(attribute =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Generated", ContainingNamespace: { Name: "FmeTyped" } root } } type &&
        root.ContainingNamespace.IsGlobalNamespace && type.Name == name);

    /// <summary>A text that the attribute is made of; null in code that does not compile.</summary>
    public static string? TextAt(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string : null;

    /// <summary>An argument by the name of its parameter; null in code that does not compile, and of another version of the attribute.</summary>
    public static T? Read<T>(this AttributeData attribute, string name)
        where T : struct
    {
        int count = Math.Min(attribute.AttributeConstructor?.Parameters.Length ?? 0, attribute.ConstructorArguments.Length);
        for (int i = 0; i < count; i++)
        {
            if (attribute.AttributeConstructor!.Parameters[i].Name == name)
            {
                return attribute.ConstructorArguments[i].Value is T value ? value : null;
            }
        }

        return null;
    }
}
