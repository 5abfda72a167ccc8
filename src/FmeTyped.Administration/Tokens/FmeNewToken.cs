using System.Diagnostics;

namespace FmeTyped;

/// <summary>A token that the server has just created. The server never shows it again.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FmeNewToken
{
    /// <summary>Creates a new token.</summary>
    /// <param name="token">The token itself.</param>
    public FmeNewToken(string token) => Token = token ?? throw new ArgumentNullException(nameof(token));

    /// <summary>The token itself. Store it as a secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Token { get; }

    /// <summary>The token's id, by which it is deleted; null with REST API version 3, and if the server does not report it.</summary>
    public string? Id { get; init; }

    /// <summary>The token's name.</summary>
    public required string Name { get; init; }

    /// <summary>The lifetime of the token from its creation: the requested one, or less if the server allows less.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Returns name and lifetime; never the token.</summary>
    public override string ToString() => $"{nameof(FmeNewToken)} {{ {nameof(Name)} = {Name}, {nameof(Lifetime)} = {Lifetime:c}, {nameof(Token)} = *** }}";
}
