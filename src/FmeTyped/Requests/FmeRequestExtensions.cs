namespace FmeTyped;

/// <summary>What can be asked of a request before it is sent.</summary>
public static class FmeRequestExtensions
{
    /// <summary>
    /// Checks a request against what is known of its workspace. Nothing is sent. Parameters that are not visible with the values of the request are not
    /// checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>All errors at once; empty if the request can be sent.</returns>
    public static IReadOnlyList<FmeValidationError> Validate(this IFmeRequest request) => Check(request, out _);

    /// <summary>
    /// Gets the values that a request would send, by wire name. Unset parameters are not among them. A file or folder of this machine is shown by its name;
    /// what is sent is the path it was uploaded to.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="includeSecrets">Whether secrets are shown; by default a mask stands in their place, which no request takes for a value.</param>
    /// <exception cref="InvalidOperationException">A value cannot be sent. <see cref="Validate"/> names all such values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static IReadOnlyDictionary<string, FmeParameterValue> ToParameterValues(this IFmeRequest request, bool includeSecrets = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        var collector = new ParameterValueCollector(includeSecrets);
        request.Write(collector);
        return collector.Values;
    }

    /// <summary>Checks a request, and finds out in the same pass whether something has to be uploaded before it can be sent.</summary>
    internal static IReadOnlyList<FmeValidationError> Check(IFmeRequest request, out bool hasLocalFiles)
    {
        ArgumentNullException.ThrowIfNull(request);
        var writer = new ValidatingParameterWriter();
        request.Write(writer);
        hasLocalFiles = writer.HasLocalFiles;
        return VisibleErrors.From(request, writer.Errors);
    }
}
