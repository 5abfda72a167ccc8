using System.ComponentModel.DataAnnotations;

namespace FmeTyped;

/// <summary>Checks requests before they are sent.</summary>
public static class FmeRequestValidation
{
    /// <summary>
    /// Checks a request against what is known of its workspace. Nothing is sent. Parameters that are not visible with the values of
    /// the request are not checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>All problems at once; empty if the request can be sent.</returns>
    public static IReadOnlyList<FmeValidationError> Validate(this IFmeRequest request) => Check(request, out _);

    /// <summary>
    /// The problems of a request as what validates models reports them, such as ASP.NET Core: one result a problem, with the wire name
    /// as its member. Generated types are an <see cref="IValidatableObject"/> by it.
    /// </summary>
    /// <param name="request">The request.</param>
    public static IEnumerable<ValidationResult> ToValidationResults(IFmeRequest request) =>
        request.Validate().Select(problem => new ValidationResult(problem.ToString(), [problem.Parameter]));

    /// <summary>Checks a request, and tells in the same walk whether something has to be uploaded before it can be sent.</summary>
    internal static IReadOnlyList<FmeValidationError> Check(IFmeRequest request, out bool hasLocalFiles)
    {
        ArgumentNullException.ThrowIfNull(request);
        var writer = new ValidatingParameterWriter();
        request.Write(writer);
        hasLocalFiles = writer.HasLocalFiles;
        return VisibleProblems.From(request, writer.Problems);
    }
}
