using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Recognizes waits that do not throw: their options say so in the call, or in the initializer of the local variable that is passed.</summary>
internal static class FailureOption
{
    public static bool IsOff(IInvocationOperation call) => call.Arguments.Any(argument => argument.Parameter is { } parameter
        && (Runtime.Is(parameter.Type, "FmeWaitOptions") || Runtime.Is(parameter.Type, "FmeRunOptions"))
        && SaysSo(argument.Value, call));

    private static bool SaysSo(IOperation? options, IOperation use) =>
        Made(options, use) is IObjectCreationOperation { Initializer: { } initializer } && SaysSo(initializer, use);

    private static bool SaysSo(IObjectOrCollectionInitializerOperation initializer, IOperation use) => initializer.Initializers.Any(member =>
        member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: { } value }
        && name switch
        {
            "ThrowOnFailure" => value.ConstantValue is { HasValue: true, Value: false },
            "Wait" => SaysSo(value, use),
            _ => false,
        });

    private static IOperation? Made(IOperation? options, IOperation use)
    {
        IOperation? written = options is null ? null : Written.Without(options);
        return written is ILocalReferenceOperation { Local: { } local } ? InitializerOf(local, use) : written;
    }

    private static IOperation? InitializerOf(ILocalSymbol local, IOperation use)
    {
        IVariableDeclaratorOperation? declarator = Outcome.RootOf(use).Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local));
        return declarator?.GetVariableInitializer() is { Value: { } value } ? Written.Without(value) : null;
    }
}
