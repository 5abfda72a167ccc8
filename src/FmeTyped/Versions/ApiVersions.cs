namespace FmeTyped;

/// <summary>How the client chooses the version of the REST API.</summary>
/// <param name="Chosen">The version that the options name.</param>
/// <param name="Build">The server's build, which decides if the options name none.</param>
internal sealed record ApiVersions(FmeApiVersion Chosen, ServerBuild Build);
