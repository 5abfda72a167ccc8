namespace FmeTyped;

/// <summary>All that the client says in one version of the REST API.</summary>
/// <param name="Version">The version.</param>
/// <param name="Jobs">Single jobs.</param>
/// <param name="JobLists">Lists of jobs.</param>
/// <param name="Resources">Shared resources.</param>
/// <param name="Health">The reads of a health check.</param>
/// <param name="Tokens">The making of tokens.</param>
internal sealed record Dialect(FmeApiVersion Version, IJobApi Jobs, IJobListApi JobLists, IResourceApi Resources, HealthApi Health, TokenApi Tokens)
    : ApiDialect(Version);
