using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace FmeTyped.Generated;

/// <summary>Makes requests of names and values. Called by generated code.</summary>
public static class FmeRequestReading
{
    /// <summary>
    /// Reads a request of names and texts, such as a form posts them, and checks it. An empty text is unset where blank does not fit.
    /// </summary>
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
        reader.IsForm = true;
        TRequest read = TRequest.Read(reader);
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
        IReadOnlyList<FmeValidationError> unread = VisibleErrors.From(request, reader.Problems, areUnread: true);
        IReadOnlyList<FmeValidationError> invalid = VisibleErrors.From(request, writer.Errors);

        // A value that could not be read leaves its parameter unset, which is then no news.
        return unread.Count == 0 ? invalid : [.. unread, .. invalid.Where(error => unread.All(read => read.Parameter != error.Parameter))];
    }

    /// <summary>
    /// The errors of a request in the form in which ASP.NET Core and others report those of a model: one result an error, with the wire name as its member.
    /// Generated types are an <see cref="IValidatableObject"/> by it.
    /// </summary>
    /// <param name="request">The request.</param>
    public static IEnumerable<ValidationResult> ToValidationResults(IFmeRequest request) =>
        request.Validate().Select(error => new ValidationResult(error.ToString(), [error.Parameter]));
}
