namespace FmeTyped;

// For the packages that are built on the client.
public partial class FmeFlowClient
{
    private readonly FmeApiVersion _apiVersion;

    /// <summary>Sends, with the client's token.</summary>
    internal ServerConnection Connection { get; }

    /// <summary>The server's build, which is asked for once.</summary>
    internal ServerBuild Build { get; }

    /// <summary>Makes tokens for users.</summary>
    internal ITokenMaker TokenMaker { get; }

    /// <summary>The reads of a health check.</summary>
    internal ApiVersionSelector<HealthApi> Health { get; }

    /// <summary>What the server calls the repositories of the code, where that differs.</summary>
    internal IReadOnlyDictionary<string, string> RepositoryNames { get; }

    /// <summary>An area of the REST API, in the version that the options or the server's build choose.</summary>
    internal ApiVersionSelector<TApi> InEitherVersion<TApi>(TApi v3, TApi v4) => new(v3, v4, _apiVersion, Build);
}
