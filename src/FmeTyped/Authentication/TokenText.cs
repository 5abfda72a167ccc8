namespace FmeTyped;

/// <summary>What a token looks like.</summary>
internal static class TokenText
{
    /// <summary>What is wrong with a text that should be a token; null where nothing is.</summary>
    public static string? FaultOf(string? token) =>
        string.IsNullOrWhiteSpace(token) ? "is missing. Make one on the server's Tokens page."
        : token.AsSpan().ContainsAnyExceptInRange('!', '~') ? "has a blank, a line break or a character that no token has. Was it read from a file without "
            + "trimming?"
        : null;
}
