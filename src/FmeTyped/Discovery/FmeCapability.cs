namespace FmeTyped;

/// <summary>One thing the client can do on a server, and over which version of the REST API it does it.</summary>
/// <param name="Name">The thing, such as <c>submit jobs</c>.</param>
/// <param name="ApiVersion">The version; null where the server cannot do it.</param>
public sealed record FmeCapability(string Name, FmeApiVersion? ApiVersion)
{
    /// <summary>The thing and the version.</summary>
    public override string ToString() => $"{Name}: {ApiVersion?.ToString() ?? "not available"}";
}
