using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>The server itself: what it is, how it is, and the tokens it makes.</summary>
public sealed class FmeServer
{
    private readonly Versioned<IServerApi> _apis;
    private readonly ITokenMaker _tokens;
    private readonly ServerBuild _build;

    internal FmeServer(Versioned<IServerApi> apis, ITokenMaker tokens, ServerBuild build)
    {
        _apis = apis;
        _tokens = tokens;
        _build = build;
    }

    /// <summary>Reads build, version and licence.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async Task<FmeServerInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        await (await ApiAsync(cancellationToken).ConfigureAwait(false)).GetInfoAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks whether the server answers requests. The question carries no token.</summary>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>What the server said. That it is not well is an answer, and no exception.</returns>
    /// <exception cref="FmeException">The server cannot be reached, or something else answered.</exception>
    public async Task<FmeServerHealth> GetLivenessAsync(CancellationToken cancellationToken = default) =>
        await (await ApiAsync(cancellationToken).ConfigureAwait(false)).GetHealthAsync(ready: false, cancellationToken).ConfigureAwait(false);

    /// <summary>Asks whether the server is ready to run jobs. The question carries no token.</summary>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>What the server said. That it is not well is an answer, and no exception.</returns>
    /// <exception cref="FmeException">The server cannot be reached, or something else answered.</exception>
    public async Task<FmeServerHealth> GetReadinessAsync(CancellationToken cancellationToken = default) =>
        await (await ApiAsync(cancellationToken).ConfigureAwait(false)).GetHealthAsync(ready: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the engines.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeForbiddenException">The token's user may not see them.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async IAsyncEnumerable<FmeEngineInfo> ListEnginesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IServerApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeEngineInfo engine in api.ListEnginesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return engine;
        }
    }

    /// <summary>Lists the job queues.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotSupportedException">The server speaks REST API version 3, where no list of queues is documented.</exception>
    /// <exception cref="FmeForbiddenException">The token's user may not see them.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async IAsyncEnumerable<FmeQueueInfo> ListQueuesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IServerApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeQueueInfo queue in api.ListQueuesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return queue;
        }
    }

    /// <summary>Makes a token for a user's name and password, which the client's own token has nothing to do with.</summary>
    /// <param name="userName">The FME Flow user.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="options">What the token is to be like; null for an hour and a made-up name.</param>
    /// <param name="cancellationToken">Stops the call; whether a token was made is then not known.</param>
    /// <exception cref="ArgumentException">The name or the password cannot be sent, or the lifetime is shorter than a second.</exception>
    /// <exception cref="FmeUnauthorizedException">The name or the password is wrong.</exception>
    /// <exception cref="FmeForbiddenException">The user may make no tokens.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public Task<FmeNewToken> CreateTokenAsync(string userName, FmeSecret password, FmeTokenOptions? options = null, CancellationToken cancellationToken = default)
    {
        UserNames.Check(userName, password);
        options ??= new FmeTokenOptions();
        if (options.Lifetime < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException($"{nameof(FmeTokenOptions)}.{nameof(options.Lifetime)} has to be at least a second.", nameof(options));
        }

        return _tokens.MakeAsync(userName, password, options, cancellationToken);
    }

    /// <summary>Lists the tokens that the token's user may see, with when they expire.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotSupportedException">The server speaks REST API version 3.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async IAsyncEnumerable<FmeTokenInfo> ListTokensAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IServerApi api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeTokenInfo token in api.ListTokensAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return token;
        }
    }

    /// <summary>Deletes a token, so that nobody can use it any more.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Stops the call; whether the token was deleted is then not known.</param>
    /// <exception cref="FmeNotFoundException">There is no such token.</exception>
    /// <exception cref="FmeNotSupportedException">The server speaks REST API version 3.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async Task DeleteTokenAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        await (await ApiAsync(cancellationToken).ConfigureAwait(false)).DeleteTokenAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the server's build, by which the client chooses the version of the REST API.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The build; null where the server does not tell it.</returns>
    /// <exception cref="FmeException">The server cannot be reached, or something else answered.</exception>
    public async Task<int?> GetBuildAsync(CancellationToken cancellationToken = default) =>
        await _build.GetAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false) is not int.MaxValue and var build ? build : null;

    private ValueTask<IServerApi> ApiAsync(CancellationToken cancellationToken) => _apis.ForAsync(FirstV4Build.ForDiscovery, cancellationToken);
}
