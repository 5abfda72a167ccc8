using System.Diagnostics;

namespace FmeTyped;

/// <summary>A token the server has just made. The server never shows it again.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FmeNewToken
{
    /// <summary>A new token.</summary>
    /// <param name="token">The token itself.</param>
    public FmeNewToken(string token) => Token = token ?? throw new ArgumentNullException(nameof(token));

    /// <summary>The token itself. Keep it where secrets are kept.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Token { get; }

    /// <summary>The token's id, by which it is deleted; null with REST API version 3, and where the server does not report it.</summary>
    public string? Id { get; init; }

    /// <summary>The token's name.</summary>
    public required string Name { get; init; }

    /// <summary>How long the token is good, from its making: what was asked for, or less where the server allows less.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Name and lifetime; never the token.</summary>
    public override string ToString() => $"{nameof(FmeNewToken)} {{ {nameof(Name)} = {Name}, {nameof(Lifetime)} = {Lifetime:c}, {nameof(Token)} = *** }}";
}
