namespace FmeTyped;

/// <summary>
/// One area of the REST API in each available version, and the choice between them. A call uses one version, and never falls back to the other.
/// </summary>
/// <param name="versions">How to choose.</param>
/// <param name="v3">The area in version 3; null if that is not available.</param>
/// <param name="v4">The area in version 4; null if that is not available.</param>
internal sealed class ApiVersionSelector<TApi>(ApiVersions versions, TApi? v3, TApi? v4)
    where TApi : class
{
    /// <summary>Selects the version for a call.</summary>
    /// <param name="firstV4Build">The first build whose version 4 is used: <see cref="FirstV4Build"/>.</param>
    /// <param name="atMost">How long to wait for the server's build, if it is not known yet.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="FmeNotSupportedException">That version is not available.</exception>
    public ValueTask<TApi> ForAsync(int firstV4Build, TimeSpan atMost, CancellationToken cancellationToken) => versions.Chosen == FmeApiVersion.Auto
        ? ByBuildAsync(firstV4Build, atMost, cancellationToken)
        : new(Of(versions.Chosen));

    /// <inheritdoc cref="ForAsync(int, TimeSpan, CancellationToken)"/>
    public ValueTask<TApi> ForAsync(int firstV4Build, CancellationToken cancellationToken) =>
        ForAsync(firstV4Build, Timeout.InfiniteTimeSpan, cancellationToken);

    private async ValueTask<TApi> ByBuildAsync(int firstV4Build, TimeSpan atMost, CancellationToken cancellationToken)
    {
        int build = await versions.Build.GetAsync(atMost, cancellationToken).ConfigureAwait(false);
        return Of(build >= firstV4Build ? FmeApiVersion.V4 : FmeApiVersion.V3);
    }

    private TApi Of(FmeApiVersion version) => (version == FmeApiVersion.V3 ? v3 : v4) ?? throw Missing(version);

    private static FmeNotSupportedException Missing(FmeApiVersion version)
    {
        var context = new ErrorContext("choose the version of the REST API");
        return new FmeNotSupportedException(
            $"Could not {context.Operation}: it would be version {version:D}, which this edition of FmeTyped does not support.", context);
    }
}
