using System.Security.Cryptography;

namespace FmeTyped.Testing;

/// <summary>A token that the emulator knows.</summary>
/// <param name="text">The token's value.</param>
/// <param name="created">When it was created.</param>
internal sealed class AccessToken(string text, DateTimeOffset created)
{
    public Guid Id { get; } = Guid.NewGuid();

    public string Text => text;

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public DateTimeOffset Created => created;

    /// <summary>When it expires; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it may use repositories, resources and jobs.</summary>
    public bool IsPermitted { get; init; } = true;

    public static string NewText() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    public bool IsExpired(DateTimeOffset now) => now >= Expires;
}
