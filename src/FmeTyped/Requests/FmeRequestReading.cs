using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FmeTyped.Generated;

/// <summary>Creates requests from names and values, and shows them. Called by generated code.</summary>
public static class FmeRequestReading
{
    /// <summary>
    /// Reads a request from names and texts, such as those of a form post, and checks it. An empty text is unset if the parameter may not be blank.
    /// </summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <param name="reader">The names and values.</param>
    /// <param name="request">The request, if all values are valid.</param>
    /// <param name="errors">All errors; empty on success.</param>
    /// <returns>Whether all values are valid.</returns>
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

    /// <summary>
    /// Reads a request to a workspace without a generated type from names and texts, such as those of a form post, and checks it. An empty text is unset if
    /// the parameter may not be blank.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="reader">The names and values.</param>
    /// <param name="request">
    /// The request, if all values are valid; an <see cref="IFmeDataDownloadRequest"/> if the workspace is registered for the data download service.
    /// </param>
    /// <param name="errors">All errors; empty on success.</param>
    /// <returns>Whether all values are valid.</returns>
    public static bool TryRead(
        FmeWorkspaceDescriptor workspace,
        FmeParameterReader reader,
        [NotNullWhen(true)] out IFmeRequest? request,
        out IReadOnlyList<FmeValidationError> errors)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(reader);
        reader.IsForm = true;
        var read = DescribedRequest.Read(workspace, reader);
        errors = Check(reader, read);
        request = errors.Count == 0 ? read : null;
        return request is not null;
    }

    /// <summary>Completes reading: checks the request that was created from the values. For request types without generated code.</summary>
    /// <param name="reader">The reader of the request, which has recorded the values that could not be read.</param>
    /// <param name="request">The request; a parameter that could not be read is unset.</param>
    /// <returns>All errors; empty if the request can be sent.</returns>
    public static IReadOnlyList<FmeValidationError> Check(FmeParameterReader reader, IFmeRequest request)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        var writer = new ValidatingParameterWriter();
        request.Write(writer);
        IReadOnlyList<FmeValidationError> unread = VisibleErrors.From(request, reader.Problems, areUnread: true);
        IReadOnlyList<FmeValidationError> invalid = VisibleErrors.From(request, writer.Errors);

        // A value that could not be read leaves its parameter unset, which must not be reported as a second error.
        return unread.Count == 0 ? invalid : [.. unread, .. invalid.Where(error => unread.All(read => read.Parameter != error.Parameter))];
    }

    /// <summary>
    /// Gets a request's errors as ASP.NET Core and others report those of a model: one result per error, with the wire name as its member.
    /// Generated types implement <see cref="IValidatableObject"/> with it.
    /// </summary>
    /// <param name="request">The request.</param>
    public static IEnumerable<ValidationResult> ToValidationResults(IFmeRequest request) =>
        request.Validate().Select(error => new ValidationResult(error.ToString(), [error.Parameter]));

    /// <summary>
    /// Writes the values that are set, by wire name, for the <c>ToString</c> of generated records. Secrets are masked, and URLs have no query.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="builder">Receives the text.</param>
    /// <returns>Whether a value is set.</returns>
    public static bool PrintMembers(IFmeRequest request, StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(builder);
        var text = new RequestText(builder);
        request.Write(text);
        return text.HasValues;
    }
}
