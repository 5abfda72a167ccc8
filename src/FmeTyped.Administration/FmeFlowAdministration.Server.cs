using System.Runtime.CompilerServices;
using FmeTyped.Administration;

namespace FmeTyped;

public partial class FmeFlowAdministration
{
    /// <summary>Gets build, version and licence.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeServerInfo> GetServerInfoAsync(CancellationToken cancellationToken = default) =>
        await (await ServerAsync(cancellationToken).ConfigureAwait(false)).GetInfoAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Gets whether the server responds to requests. The request has no token.</summary>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>The server's health. An unhealthy server is a result, not an exception.</returns>
    /// <exception cref="FmeException">The server cannot be reached, or something else answered.</exception>
    public virtual async Task<FmeServerHealth> GetLivenessAsync(CancellationToken cancellationToken = default) =>
        await GetHealthAsync(ready: false, cancellationToken).ConfigureAwait(false);

    /// <summary>Gets whether the server is ready to run jobs. The request has no token.</summary>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>The server's health. An unhealthy server is a result, not an exception.</returns>
    /// <exception cref="FmeException">The server cannot be reached, or something else answered.</exception>
    public virtual async Task<FmeServerHealth> GetReadinessAsync(CancellationToken cancellationToken = default) =>
        await GetHealthAsync(ready: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the engines.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeForbiddenException">The token's user may not see them.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async IAsyncEnumerable<FmeEngineInfo> ListEnginesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IServerApi api = await ServerAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeEngineInfo engine in api.ListEnginesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return engine;
        }
    }

    /// <summary>Lists the shared resources that the token's user may see. <c>FmeFlowClient.Resources</c> gives access to their files.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeForbiddenException">The token's user may not see them.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async IAsyncEnumerable<FmeResourceConnection> ListResourceConnectionsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IServerApi api = await ServerAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeResourceConnection connection in api.ListResourceConnectionsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return connection;
        }
    }

    /// <summary>Lists the job queues.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotSupportedException">The server speaks REST API version 3, where no list of queues is documented.</exception>
    /// <exception cref="FmeForbiddenException">The token's user may not see them.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async IAsyncEnumerable<FmeQueueInfo> ListQueuesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IServerApi api = await ServerAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeQueueInfo queue in api.ListQueuesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return queue;
        }
    }

    /// <summary>Gets the server's build, by which the client chooses the version of the REST API.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The build; null if the server does not report it.</returns>
    /// <exception cref="FmeException">The server cannot be reached, or something else answered.</exception>
    public virtual async Task<int?> GetBuildAsync(CancellationToken cancellationToken = default) =>
        await Connected(_client).Versions.Build.GetAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false) is not int.MaxValue and var build
            ? build
            : null;

    private async Task<FmeServerHealth> GetHealthAsync(bool ready, CancellationToken cancellationToken)
    {
        HealthApi api = await Connected(_client).Health.ForAsync(FirstV4Build.ForDiscovery, cancellationToken).ConfigureAwait(false);
        ServerHealth health = await api.GetHealthAsync(ready, cancellationToken).ConfigureAwait(false);
        return new FmeServerHealth { IsOk = health.IsOk, Status = health.Status, Message = health.Message, Components = health.Components, Json = health.Json };
    }

    private ValueTask<IServerApi> ServerAsync(CancellationToken cancellationToken) => Connected(_server).ForAsync(FirstV4Build.ForDiscovery, cancellationToken);
}
