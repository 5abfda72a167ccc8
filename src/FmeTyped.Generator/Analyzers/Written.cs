using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>What a developer wrote, as apart from what the compiler makes of it.</summary>
internal static class Written
{
    /// <summary>A value without the conversions to the type it is needed as. A constant stays as it is.</summary>
    public static IOperation Without(IOperation value)
    {
        while (value is IConversionOperation conversion && !value.ConstantValue.HasValue)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The value of the only argument; null where there are none or more.</summary>
    public static IOperation? OnlyOf(ImmutableArray<IArgumentOperation> arguments) => arguments.Length == 1 ? arguments[0].Value : null;

    /// <summary>The items of a list that is written out; null for any other value.</summary>
    public static IEnumerable<IOperation>? ItemsOf(IOperation list) => list switch
    {
        // The oldest compiler has no operation for collection expressions, only their syntax and what is in them.
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

    /// <summary>The text of a constant; <c>string.Empty</c>, which is none for the compiler, counts as one.</summary>
    public static string? TextOf(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
        _ => null,
    };
}
