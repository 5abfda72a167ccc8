using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>A request to run one workspace. Generated types implement it explicitly, so that their own members are parameters only.</summary>
public interface IFmeRequest
{
    /// <summary>The workspace's descriptor.</summary>
    FmeWorkspaceDescriptor Descriptor { get; }

    /// <summary>Passes every parameter to the writer once, in the workspace's order, including the unset ones.</summary>
    /// <param name="writer">
    /// Sends, checks or collects the values: sending and validating a request both go through its parameters this way.
    /// </param>
    void Write(FmeParameterWriter writer);
}

/// <summary>A request whose type has its workspace's descriptor, and can be created from names and values.</summary>
/// <typeparam name="TSelf">The request's own type.</typeparam>
public interface IFmeRequest<TSelf> : IFmeRequest
    where TSelf : class, IFmeRequest<TSelf>
{
    /// <summary>The workspace's descriptor.</summary>
    static new abstract FmeWorkspaceDescriptor Descriptor { get; }

    /// <summary>Creates a request from the values of a reader, which records the errors. Called by the library.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The request; a parameter that could not be read is unset.</returns>
    static abstract TSelf Read(FmeParameterReader reader);

    /// <summary>
    /// Creates a request from parameter names and values, such as a form post or the parameters of a finished job. An empty text is blank if the
    /// parameter may be blank, and otherwise unset, because a form posts an empty text for an untouched field.
    /// </summary>
    /// <param name="values">The values by wire name. Names that the workspace does not publish are ignored.</param>
    /// <param name="request">The request, if all values are valid.</param>
    /// <param name="errors">All errors; empty on success.</param>
    /// <returns>Whether all values are valid.</returns>
    static abstract bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out TSelf? request,
        out IReadOnlyList<FmeValidationError> errors);
}
