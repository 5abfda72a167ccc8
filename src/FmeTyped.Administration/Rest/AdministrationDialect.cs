namespace FmeTyped.Administration;

/// <summary>The implementation of administration in one version of the REST API.</summary>
/// <param name="Version">The version.</param>
/// <param name="Repositories">Repositories and workspaces.</param>
/// <param name="Server">The server itself.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record AdministrationDialect(FmeApiVersion Version, IRepositoryApi Repositories, IServerApi Server, ITokenApi Tokens) : ApiDialect(Version);
