namespace FmeTyped;

// For the packages that build on the client.
public partial class FmeFlowClient
{
    /// <summary>Sends requests with the client's token.</summary>
    internal ServerConnection Connection { get; }

    /// <summary>How the client chooses the version of the REST API.</summary>
    internal ApiVersions Versions { get; }

    /// <summary>Creates tokens for users.</summary>
    internal ITokenMaker TokenMaker { get; }

    /// <summary>The requests of a health check.</summary>
    internal ApiVersionSelector<HealthApi> Health { get; }

    /// <summary>The server's names of the code's repositories, where they differ.</summary>
    internal IReadOnlyDictionary<string, string> RepositoryNames => _submissions.RepositoryNames;
}
