namespace FmeTyped;

/// <summary>Properties of a new token, which has all permissions of its user.</summary>
public sealed class FmeTokenOptions
{
    /// <summary>The token's name, which has to be new among those of its user. Null makes one up.</summary>
    public string? Name { get; init; }

    /// <summary>What the token is for, as the server's Tokens page shows it.</summary>
    public string? Description { get; init; }

    /// <summary>How long the token is good; at least a second, and rounded up to whole ones.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);
}
