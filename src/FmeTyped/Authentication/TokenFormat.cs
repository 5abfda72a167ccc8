namespace FmeTyped;

/// <summary>The form of a token.</summary>
internal static class TokenFormat
{
    /// <summary>Gets what is wrong with a text that should be a token; null if nothing is.</summary>
    public static string? FaultOf(string? token) =>
        string.IsNullOrWhiteSpace(token) ? "is missing. Make one on the server's Tokens page."
        : token.AsSpan().ContainsAnyExceptInRange('!', '~') ? "has a blank, a line break or a character that no token has. "
            + "Was it read from a file without trimming?"
        : null;
}
