namespace FmeTyped;

/// <summary>A package's implementation of one version of the REST API.</summary>
/// <param name="Version">The version.</param>
internal abstract record ApiDialect(FmeApiVersion Version);
