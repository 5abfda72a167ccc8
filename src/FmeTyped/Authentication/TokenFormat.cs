namespace FmeTyped;

/// <summary>The form of a token.</summary>
internal static class TokenFormat
{
    // FME Flow's own have 40. In a message, one of fewer than these would mask parts of ordinary words.
    private const int Shortest = 4;

    /// <summary>Gets what is wrong with a text that should be a token; null if nothing is.</summary>
    public static string? FaultOf(string? token) =>
        string.IsNullOrWhiteSpace(token) ? "is missing. Make one on the server's Tokens page."
        : token.AsSpan().ContainsAnyExceptInRange('!', '~') ? "has a blank, a line break or a character that no token has. "
            + "Was it read from a file without trimming?"
        : token.Length < Shortest ? $"is too short to be a token of FME Flow: those have 40 characters, and fewer than {Shortest} are refused. Was it cut off?"
        : null;
}
