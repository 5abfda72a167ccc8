namespace FmeTyped;

/// <summary>What to do when the server refuses.</summary>
internal sealed record ErrorHints
{
    /// <summary>The permission that the token's user needs: what to do about a 403.</summary>
    public required string NeededPermission { get; init; }

    /// <summary>What is missing: what to do about a 404; null if only the status is known.</summary>
    public string? NotFound { get; init; }
}
