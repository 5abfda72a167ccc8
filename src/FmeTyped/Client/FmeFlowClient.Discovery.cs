namespace FmeTyped;

public partial class FmeFlowClient
{
    /// <summary>The repositories and workspaces of the server.</summary>
    public FmeRepositories Repositories { get; }

    /// <summary>The server itself: what it is, how it is, and the tokens it makes.</summary>
    public FmeServer Server { get; }

    /// <summary>For the packages that are built on the client.</summary>
    internal Versioned<IRepositoryApi> RepositoryApis { get; }

    /// <summary>For the packages that are built on the client.</summary>
    internal Versioned<IServerApi> ServerApis { get; }

    /// <summary>What the server calls the repositories of the code, where that differs. For the packages that are built on the client.</summary>
    internal IReadOnlyDictionary<string, string> RepositoryNames { get; }
}
