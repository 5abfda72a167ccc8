using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>What becomes of what a call returns.</summary>
internal static class Outcome
{
    /// <summary>Whether the call is a statement, awaited or not. A discard is deliberate.</summary>
    public static bool IsDropped(IInvocationOperation call) => Awaited(call).Parent is IExpressionStatementOperation;

    /// <summary>Whether the result is asked how the job ended, or goes where that cannot be seen.</summary>
    public static bool IsLookedAt(IInvocationOperation call)
    {
        IOperation result = Awaited(call);
        return !IsDropped(call) && (LocalOf(result) is { } local
            ? RootOf(call).Descendants().Any(use => IsOf(local, use) && Looks(use))
            : Looks(result));
    }

    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    // The result itself: awaited, configured or not.
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

    private static bool IsOf(ILocalSymbol local, IOperation use) =>
        use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    // Every use but reading a member that says nothing of the outcome, and being written to.
    private static bool Looks(IOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property: { } property } when Runtime.Is(property.ContainingType, "FmeJobResult") =>
            property.Name is "Succeeded" or "Status" or "StatusMessage",
        ISimpleAssignmentOperation assignment => assignment.Target != use,
        _ => true,
    };
}
