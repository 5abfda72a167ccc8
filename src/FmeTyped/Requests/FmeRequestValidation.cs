namespace FmeTyped;

/// <summary>Checks requests before they are sent.</summary>
public static class FmeRequestValidation
{
    /// <summary>Checks a request against what is known of its workspace. Nothing is sent.</summary>
    /// <param name="request">The request.</param>
    /// <returns>All problems at once; empty if the request can be sent.</returns>
    public static IReadOnlyList<FmeProblem> Validate(this IFmeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var writer = new ValidatingParameterWriter();
        request.Write(writer);
        return writer.Problems;
    }
}
