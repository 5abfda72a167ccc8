using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace FmeTyped.Generated;

/// <summary>Makes requests of names and values. Called by generated code.</summary>
public static class FmeRequestReading
{
    /// <summary>Reads a request, and checks it.</summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <param name="reader">The names and values.</param>
    /// <param name="request">The request, if all values fit.</param>
    /// <param name="errors">All that does not fit; empty on success.</param>
    /// <returns>Whether all values fit.</returns>
    public static bool TryRead<TRequest>(
        FmeParameterReader reader,
        [NotNullWhen(true)] out TRequest? request,
        out IReadOnlyList<FmeValidationError> errors)
        where TRequest : class, IFmeRequest<TRequest>
    {
        ArgumentNullException.ThrowIfNull(reader);
        TRequest read = TRequest.Read(reader);
        errors = Check(reader, read);
        request = errors.Count == 0 ? read : null;
        return request is not null;
    }

    /// <summary>Reads a request to a workspace that has no generated type here, and checks it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="reader">The names and values.</param>
    /// <param name="request">
    /// The request, if all values fit; an <see cref="IFmeDataDownloadRequest"/> if the workspace is registered for the data download service.
    /// </param>
    /// <param name="errors">All that does not fit; empty on success.</param>
    /// <returns>Whether all values fit.</returns>
    public static bool TryRead(
        FmeWorkspaceDescriptor workspace,
        FmeParameterReader reader,
        [NotNullWhen(true)] out IFmeRequest? request,
        out IReadOnlyList<FmeValidationError> errors)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(reader);
        var read = DescribedRequest.Read(workspace, reader);
        errors = Check(reader, read);
        request = errors.Count == 0 ? read : null;
        return request is not null;
    }

    /// <summary>Ends the reading: checks the request that was made of the values. For request types that are made without generated code.</summary>
    /// <param name="reader">What the request was read with, which has noted the values that could not be read.</param>
    /// <param name="request">The request; a parameter that could not be read is unset.</param>
    /// <returns>All that does not fit; empty if the request can be sent.</returns>
    public static IReadOnlyList<FmeValidationError> Check(FmeParameterReader reader, IFmeRequest request)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        var writer = new ValidatingParameterWriter();
        request.Write(writer);
        if (reader.Problems is { } errors)
        {
            // A value that could not be read leaves its parameter unset, which is then no news.
            errors.AddRange(writer.Errors?.Where(found => errors.TrueForAll(read => read.Parameter != found.Parameter)) ?? []);
        }

        return VisibleErrors.From(request, reader.Problems ?? writer.Errors);
    }

    /// <summary>
    /// The errors of a request in the form in which ASP.NET Core and others report those of a model: one result an error, with the wire name as its member.
    /// Generated types are an <see cref="IValidatableObject"/> by it.
    /// </summary>
    /// <param name="request">The request.</param>
    public static IEnumerable<ValidationResult> ToValidationResults(IFmeRequest request) =>
        request.Validate().Select(error => new ValidationResult(error.ToString(), [error.Parameter]));
}
