namespace FmeTyped;

/// <summary>How the version of the REST API is chosen.</summary>
/// <param name="Chosen">The version that the options name.</param>
/// <param name="Build">The server's build, which chooses where they name none.</param>
internal sealed record ApiVersions(FmeApiVersion Chosen, ServerBuild Build);
