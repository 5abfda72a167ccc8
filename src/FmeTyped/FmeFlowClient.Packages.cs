namespace FmeTyped;

// For the packages that are built on the client.
public partial class FmeFlowClient
{
    /// <summary>Sends, with the client's token.</summary>
    internal ServerConnection Connection { get; }

    /// <summary>How the version of the REST API is chosen.</summary>
    internal ApiVersions Versions { get; }

    /// <summary>Makes tokens for users.</summary>
    internal ITokenMaker TokenMaker { get; }

    /// <summary>The reads of a health check.</summary>
    internal ApiVersionSelector<HealthApi> Health { get; }

    /// <summary>What the server calls the repositories of the code, where that differs.</summary>
    internal IReadOnlyDictionary<string, string> RepositoryNames => _submissions.RepositoryNames;
}
