using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Reads what the developer wrote from the compiler's operations.</summary>
internal static class Written
{
    /// <summary>A value without the conversions to its target type. A constant is returned unchanged.</summary>
    public static IOperation Without(IOperation value)
    {
        while (value is IConversionOperation conversion && !value.ConstantValue.HasValue)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The value of the only argument; null if there are none or several.</summary>
    public static IOperation? OnlyOf(ImmutableArray<IArgumentOperation> arguments) => arguments.Length == 1 ? arguments[0].Value : null;

    /// <summary>The items of a list literal; null for any other value.</summary>
    public static IEnumerable<IOperation>? ItemsOf(IOperation list) => list switch
    {
        // The oldest supported compiler has no operation for collection expressions, only their syntax and items.
        { Syntax: CollectionExpressionSyntax } => list.ChildOperations,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => null,
    };

    /// <summary>Whether a value is a list that certainly has no items.</summary>
    public static bool IsEmptyList(IOperation list) => list switch
    {
        { Syntax: CollectionExpressionSyntax { Elements.Count: 0 } } => true,
        IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } => true,
        IArrayCreationOperation { Initializer: null, DimensionSizes: { Length: 1 } sizes } => sizes[0].ConstantValue is { HasValue: true, Value: 0 },
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { Name: "List", ContainingNamespace.Name: "Generic" } } => true,
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" } } => true,
        _ => false,
    };

    /// <summary>The text of a constant; <c>string.Empty</c>, which the compiler does not treat as a constant, counts as one.</summary>
    public static string? TextOf(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
        _ => null,
    };
}
