namespace FmeTyped;

/// <summary>What a package says in one version of the REST API.</summary>
/// <param name="Version">The version.</param>
internal abstract record ApiDialect(FmeApiVersion Version);
