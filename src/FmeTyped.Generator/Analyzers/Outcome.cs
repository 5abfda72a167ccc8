using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Analyzes what happens to the result of a call.</summary>
internal static class Outcome
{
    /// <summary>Whether the call is a statement, awaited or not. A discard is deliberate.</summary>
    public static bool IsDropped(IInvocationOperation call) => Awaited(call).Parent is IExpressionStatementOperation;

    /// <summary>Whether the code reads from the result how the job ended, or passes it on where this cannot be analyzed.</summary>
    public static bool IsLookedAt(IInvocationOperation call)
    {
        IOperation result = Awaited(call);
        return !IsDropped(call) && (LocalOf(result) is { } local
            ? RootOf(call).Descendants()
                .Any(use => use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && ReadsOutcome(use))
            : ReadsOutcome(result));
    }

    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    // The result itself: awaited, with or without ConfigureAwait.
    private static IOperation Awaited(IOperation call)
    {
        IOperation result = call;
        while (result.Parent is IAwaitOperation or IParenthesizedOperation or IConversionOperation { IsImplicit: true }
            || (result.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == result))
        {
            result = result.Parent;
        }

        return result;
    }

    private static ILocalSymbol? LocalOf(IOperation result) =>
        result.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } ? local : null;

    // Every use except an assignment to it and reading a member that says nothing about the outcome.
    private static bool ReadsOutcome(IOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property: { } property } when Runtime.Is(property.ContainingType, "FmeJobResult") =>
            property.Name is "Succeeded" or "Status" or "StatusMessage",
        ISimpleAssignmentOperation assignment => assignment.Target != use,
        _ => true,
    };
}
