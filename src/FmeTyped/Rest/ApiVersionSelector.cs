namespace FmeTyped;

/// <summary>
/// One area of the REST API in both of its versions, and the choice between them: as the options say, or by the server's build. A call goes to
/// one version, and never to the other after that.
/// </summary>
internal sealed class ApiVersionSelector<TApi>(TApi v3, TApi v4, FmeApiVersion version, ServerBuild build)
{
    /// <summary>The version that serves a call.</summary>
    /// <param name="firstV4Build">The first build whose version 4 is to be taken: <see cref="FirstV4Build"/>.</param>
    /// <param name="atMost">How long to wait for the server's build, if it is not known yet.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public ValueTask<TApi> ForAsync(int firstV4Build, TimeSpan atMost, CancellationToken cancellationToken) => version switch
    {
        FmeApiVersion.V3 => new(v3),
        FmeApiVersion.V4 => new(v4),
        _ => ByBuildAsync(firstV4Build, atMost, cancellationToken),
    };

    public ValueTask<TApi> ForAsync(int firstV4Build, CancellationToken cancellationToken) =>
        ForAsync(firstV4Build, Timeout.InfiniteTimeSpan, cancellationToken);

    private async ValueTask<TApi> ByBuildAsync(int firstV4Build, TimeSpan atMost, CancellationToken cancellationToken) =>
        await build.GetAsync(atMost, cancellationToken).ConfigureAwait(false) >= firstV4Build ? v4 : v3;
}
