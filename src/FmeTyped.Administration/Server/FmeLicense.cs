namespace FmeTyped;

/// <summary>The licence of a server. Values that the server does not report are null.</summary>
public sealed class FmeLicense
{
    /// <summary>Whether the server is licensed.</summary>
    public bool? IsLicensed { get; init; }

    /// <summary>Whether the licence has expired.</summary>
    public bool? IsExpired { get; init; }

    /// <summary>When the licence expires, in the server's format.</summary>
    public string? Expiration { get; init; }

    /// <summary>The maximum number of engines.</summary>
    public long? MaximumEngines { get; init; }
}
