namespace FmeTyped;

/// <summary>The client's implementation of one version of the REST API.</summary>
/// <param name="Version">The version.</param>
/// <param name="Jobs">Single jobs.</param>
/// <param name="JobLists">Lists of jobs.</param>
/// <param name="Resources">Shared resources.</param>
/// <param name="Health">The requests of a health check.</param>
/// <param name="Tokens">The creation of tokens.</param>
internal sealed record Dialect(FmeApiVersion Version, IJobApi Jobs, IJobListApi JobLists, IResourceApi Resources, HealthApi Health, TokenApi Tokens)
    : ApiDialect(Version);
