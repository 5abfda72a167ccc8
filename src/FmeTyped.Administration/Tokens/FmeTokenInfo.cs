namespace FmeTyped;

/// <summary>What the server reports about a token. It never shows the token itself again, so it cannot say which one a client uses.</summary>
public sealed class FmeTokenInfo
{
    /// <summary>The token's id, by which it is deleted.</summary>
    public required string Id { get; init; }

    /// <summary>The token's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty if there is no description.</summary>
    public string Description { get; init; } = "";

    /// <summary>The token's user.</summary>
    public string? Owner { get; init; }

    /// <summary>The kind of token: <c>api</c> or <c>session</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it can be used.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>When it was created; null if the server does not report it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it expires; null if the server does not report it.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Returns name and expiry.</summary>
    public override string ToString() => Expires is { } end ? $"{Name} (expires {end:u})" : Name;
}
