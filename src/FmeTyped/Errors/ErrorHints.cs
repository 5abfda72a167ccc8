namespace FmeTyped;

/// <summary>What to do when the server refuses.</summary>
internal sealed record ErrorHints
{
    /// <summary>What the token's user has to be allowed: what to do about a 403.</summary>
    public required string NeededPermission { get; init; }

    /// <summary>What is missing: what to do about a 404; null where nothing is known but the status.</summary>
    public string? NotFound { get; init; }
}
