namespace FmeTyped;

public sealed partial class FmeFlowClient
{
    /// <summary>The repositories and workspaces of the server.</summary>
    public FmeRepositories Repositories { get; }

    /// <summary>The server itself: what it is, how it is, and the tokens it makes.</summary>
    public FmeServer Server { get; }

    /// <summary>For the packages that are built on the client.</summary>
    internal Versioned<IRepositoryApi> RepositoryApis { get; }

    /// <summary>For the packages that are built on the client.</summary>
    internal Versioned<IServerApi> ServerApis { get; }

    /// <summary>Compares what code was generated from with what the server has now.</summary>
    /// <param name="workspaces">The workspaces, as generated types describe them: <c>AustinDownload.Descriptor</c>.</param>
    /// <returns>All differences. That there are some is no exception.</returns>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public Task<FmeVerification> VerifyAsync(params FmeWorkspaceDescriptor[] workspaces) => VerifyAsync(workspaces, CancellationToken.None);

    /// <summary>Compares what code was generated from with what the server has now. A few workspaces are read at a time.</summary>
    /// <param name="workspaces">The workspaces, as generated types describe them: <c>AustinDownload.Descriptor</c>.</param>
    /// <param name="cancellationToken">Stops the comparing.</param>
    /// <returns>All differences. That there are some is no exception.</returns>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public Task<FmeVerification> VerifyAsync(IEnumerable<FmeWorkspaceDescriptor> workspaces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspaces);
        return _verifier.VerifyAsync([.. workspaces], cancellationToken);
    }
}
