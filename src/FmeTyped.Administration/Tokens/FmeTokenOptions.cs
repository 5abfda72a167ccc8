namespace FmeTyped;

/// <summary>Properties of a new token, which has all permissions of its user.</summary>
public sealed class FmeTokenOptions
{
    /// <summary>The token's name, which must be unique for its user; null for a generated name.</summary>
    public string? Name { get; init; }

    /// <summary>What the token is for, as the server's Tokens page shows it.</summary>
    public string? Description { get; init; }

    /// <summary>The lifetime of the token; at least a second, and rounded up to whole seconds.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);
}
