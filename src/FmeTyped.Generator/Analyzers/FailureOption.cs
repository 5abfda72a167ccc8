using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Knows waits that are told not to throw: the options say so where they stand, or where the local variable is made that holds them.</summary>
internal static class FailureOption
{
    public static bool IsOff(IInvocationOperation wait)
    {
        foreach (IArgumentOperation argument in wait.Arguments)
        {
            if (Runtime.Is(argument.Parameter?.Type, "FmeWaitOptions"))
            {
                IOperation options = Written.Without(argument.Value);
                return SaysSo(options is ILocalReferenceOperation { Local: { } local } ? InitializerOf(local, wait) : options);
            }
        }

        return false;
    }

    private static bool SaysSo(IOperation? options) => options switch
    {
        IObjectCreationOperation { Initializer: { } initializer } => SetsToFalse(initializer),
        IWithOperation { Initializer: { } initializer } => SetsToFalse(initializer),
        _ => false,
    };

    private static bool SetsToFalse(IObjectOrCollectionInitializerOperation initializer) => initializer.Initializers.Any(member =>
        member is ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property.Name: "ThrowOnFailure" },
            Value.ConstantValue: { HasValue: true, Value: false },
        });

    private static IOperation? InitializerOf(ILocalSymbol local, IOperation use)
    {
        IVariableDeclaratorOperation? declarator = Outcome.RootOf(use).Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local));
        return declarator?.GetVariableInitializer() is { Value: { } value } ? Written.Without(value) : null;
    }
}
