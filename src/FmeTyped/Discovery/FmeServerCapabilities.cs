namespace FmeTyped;

/// <summary>What the client can do on a server, by the server's build and the client's options.</summary>
public sealed record FmeServerCapabilities
{
    /// <summary>The server's build; null where it does not tell.</summary>
    public int? Build { get; init; }

    /// <summary>Each thing that can be done, and over which version of the REST API.</summary>
    public required IReadOnlyList<FmeCapability> Capabilities { get; init; }

    /// <summary>One line a thing.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Capabilities);
}
