using FmeTyped.Administration;
using FmeTyped.Metadata;

namespace FmeTyped;

/// <summary>Access to an FME Flow beyond running workspaces. Thread-safe. Derive from it to mock it in a test.</summary>
public partial class FmeFlowAdministration
{
    private readonly FmeFlowClient? _client;
    private readonly ApiVersionSelector<IRepositoryApi>? _repositories;
    private readonly ApiVersionSelector<IServerApi>? _server;
    private readonly ApiVersionSelector<ITokenApi>? _tokens;
    private readonly Verifier? _verifier;

    /// <summary>Creates an instance that uses a client's connection and options.</summary>
    /// <param name="client">The client; it is not disposed.</param>
    public FmeFlowAdministration(FmeFlowClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        IReadOnlyList<AdministrationDialect> dialects = DialectsOf(new RestReader(client.Connection));
        _repositories = client.Versions.Select(dialects, dialect => dialect.Repositories);
        _server = client.Versions.Select(dialects, dialect => dialect.Server);
        _tokens = client.Versions.Select(dialects, dialect => dialect.Tokens);
        _verifier = new Verifier(_repositories, client.RepositoryNames);
    }

    /// <summary>For a derived class that overrides what it needs; what it does not override throws <see cref="InvalidOperationException"/>.</summary>
    protected FmeFlowAdministration()
    {
    }

    /// <summary>Compares the workspaces that code was generated from with those on the server now. A few workspaces are read at a time.</summary>
    /// <param name="workspaces">The workspaces, as generated types describe them: <c>AustinDownload.Descriptor</c>.</param>
    /// <param name="cancellationToken">Stops the comparing.</param>
    /// <returns>All differences. They are a result, not an exception.</returns>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual Task<FmeVerification> VerifyAsync(IEnumerable<FmeWorkspaceDescriptor> workspaces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspaces);
        return Connected(_verifier).VerifyAsync([.. workspaces], cancellationToken);
    }

    // One line per version of the REST API, as in the client.
    private static IReadOnlyList<AdministrationDialect> DialectsOf(RestReader rest) =>
    [
        V3AdministrationDialect.Create(rest), // v3
        V4AdministrationDialect.Create(rest),
    ];

    private T Connected<T>(T? part)
        where T : class =>
        part ?? throw new InvalidOperationException($"{GetType().Name} has no client. Override the member that was called, or give it a client.");
}
