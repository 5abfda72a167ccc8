namespace FmeTyped;

/// <summary>The licence of a server. What it does not report is null.</summary>
public sealed class FmeLicense
{
    /// <summary>Whether there is one.</summary>
    public bool? IsLicensed { get; init; }

    /// <summary>Whether it has run out.</summary>
    public bool? IsExpired { get; init; }

    /// <summary>When it runs out, in the server's words.</summary>
    public string? Expiration { get; init; }

    /// <summary>How many engines may run.</summary>
    public long? MaximumEngines { get; init; }
}
