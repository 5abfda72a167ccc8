using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>A dictionary of the client's options: Repositories, Queues, or the queues of one repository.</summary>
/// <param name="Name">Repositories or Queues.</param>
/// <param name="Repository">The repository whose workspaces are its keys; null if its keys are repositories.</param>
internal sealed record OptionDictionary(string Name, string? Repository)
{
    /// <summary>The dictionary that an operation uses; null for all others, and if the repository is known only at run time.</summary>
    public static OptionDictionary? From(IOperation? dictionary) => dictionary switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } =>
            property.Name is "Repositories" or "Queues" && Runtime.Is(property.ContainingType, "FmeFlowOptions")
                ? new OptionDictionary(property.Name, null)
                : null,
        IPropertyReferenceOperation { Property.IsIndexer: true } entry => InEntry(entry),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => InInitializer(dictionary),
        _ => null,
    };

    // options.Queues["Samples"]
    private static OptionDictionary? InEntry(IPropertyReferenceOperation entry) =>
        From(entry.Instance) is { Name: "Queues", Repository: null } queues &&
        Written.OnlyOf(entry.Arguments) is { ConstantValue: { HasValue: true, Value: string repository } }
            ? queues with { Repository = repository }
            : null;

    // Queues = { ... }, and in it ["Samples"] = new() { ... } or { "Samples", new() { ... } }
    private static OptionDictionary? InInitializer(IOperation receiver)
    {
        IOperation? parent = receiver.Parent;
        while (parent is not (null or IMemberInitializerOperation or IObjectCreationOperation))
        {
            parent = parent.Parent;
        }

        if (parent is IMemberInitializerOperation member)
        {
            return From(member.InitializedMember);
        }

        IOperation? use = parent?.Parent;
        while (use is IConversionOperation)
        {
            use = use.Parent;
        }

        return use switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } entry } => InEntry(entry),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } call } =>
                From(call.Instance) is { Name: "Queues", Repository: null } queues &&
                arguments[0].Value.ConstantValue is { HasValue: true, Value: string repository }
                    ? queues with { Repository = repository }
                    : null,
            _ => null,
        };
    }
}
