using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>A request to run one workspace. Generated types implement it explicitly, so that their own members are parameters only.</summary>
public interface IFmeRequest
{
    /// <summary>What is known of the workspace.</summary>
    FmeWorkspaceDescriptor Descriptor { get; }

    /// <summary>Hands every parameter to the writer once, in the workspace's order, the unset ones too.</summary>
    /// <param name="writer">
    /// Sends, checks or collects the values: sending and validating a request are the same walk over its parameters.
    /// </param>
    void Write(FmeParameterWriter writer);
}

/// <summary>A request whose type can be asked for its workspace, and made from names and values.</summary>
/// <typeparam name="TSelf">The request's own type.</typeparam>
public interface IFmeRequest<TSelf> : IFmeRequest
    where TSelf : class, IFmeRequest<TSelf>
{
    /// <summary>What is known of the workspace.</summary>
    static new abstract FmeWorkspaceDescriptor Descriptor { get; }

    /// <summary>Makes a request of what a reader has, which notes what does not fit. Called by the library.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The request; a parameter that could not be read is unset.</returns>
    static abstract TSelf Read(FmeParameterReader reader);

    /// <summary>
    /// Makes a request from parameter names and values, such as a form post or the parameters of a finished job. An empty text is blank where the
    /// parameter may be blank, and unset where it may not, since a form posts one for a field that nobody touched.
    /// </summary>
    /// <param name="values">The values by wire name. Names that the workspace does not publish are ignored.</param>
    /// <param name="request">The request, if all values fit.</param>
    /// <param name="errors">All that does not fit; empty on success.</param>
    /// <returns>Whether all values fit.</returns>
    static abstract bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out TSelf? request,
        out IReadOnlyList<FmeValidationError> errors);
}
