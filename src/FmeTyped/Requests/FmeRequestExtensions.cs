namespace FmeTyped;

/// <summary>Validates and shows requests before they are sent.</summary>
public static class FmeRequestExtensions
{
    /// <summary>
    /// Checks a request against its workspace's descriptor. Nothing is sent. Parameters that are not visible with the values of the request are not
    /// checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>All errors at once; empty if the request can be sent.</returns>
    public static IReadOnlyList<FmeValidationError> Validate(this IFmeRequest request) => Check(request, out _);

    /// <summary>
    /// Gets the values that a request would send, by wire name. Unset parameters are left out. A file or folder of this machine is shown by its name;
    /// what is sent is the path it was uploaded to.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="includeSecrets">Whether secrets are shown; by default they are masked, and no request accepts the mask as a value.</param>
    /// <exception cref="InvalidOperationException">A value cannot be sent. <see cref="Validate"/> reports all such values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static IReadOnlyDictionary<string, FmeParameterValue> ToParameterValues(this IFmeRequest request, bool includeSecrets = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        var collector = new ParameterValueCollector(includeSecrets);
        request.Write(collector);
        return collector.Values;
    }

    /// <summary>Checks a request, and finds out in the same pass whether files must be uploaded before it can be sent.</summary>
    internal static IReadOnlyList<FmeValidationError> Check(IFmeRequest request, out bool hasLocalFiles)
    {
        ArgumentNullException.ThrowIfNull(request);
        var writer = new ValidatingParameterWriter();
        request.Write(writer);
        hasLocalFiles = writer.HasLocalFiles;
        return VisibleErrors.From(request, writer.Errors);
    }
}
