namespace FmeTyped;

/// <summary>Shows what a request would send.</summary>
public static class FmeRequestValues
{
    /// <summary>
    /// The values that a request would send, by wire name. Unset parameters are not among them. A file or folder of this machine is shown by its name; what is sent is
    /// where it was uploaded to.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="includeSecrets">Whether secrets are shown; by default a mask stands in their place, which no request takes for a value.</param>
    /// <exception cref="InvalidOperationException">A value cannot be sent. <see cref="FmeRequestValidation.Validate"/> names all such values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static IReadOnlyDictionary<string, FmeParameterValue> ToParameterValues(this IFmeRequest request, bool includeSecrets = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        var collector = new ParameterValueCollector(includeSecrets);
        request.Write(collector);
        return collector.Values;
    }
}
