using System.Diagnostics;

namespace FmeTyped;

/// <summary>A token that the server has just created.</summary>
internal sealed class NewToken(string token)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Token => token;

    /// <summary>Its id; null if the server does not report it.</summary>
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required TimeSpan Lifetime { get; init; }
}
