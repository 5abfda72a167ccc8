namespace FmeTyped.Tool.Masking;

/// <summary>What stands for a value in a recording: a text of the same length, or a number with as many digits.</summary>
internal static class Placeholder
{
    private const char Letter = 'x';
    private const char Digit = '1';

    /// <summary>A text of the same length with the same line breaks.</summary>
    public static string ForText(string text) => string.Create(text.Length, text, static (masked, text) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            masked[i] = text[i] is '\r' or '\n' ? text[i] : Letter;
        }
    });

    /// <summary>A JSON number of the same length.</summary>
    public static string ForNumber(string number) => string.Concat(number.Select(character => char.IsAsciiDigit(character) ? Digit : character));

    /// <summary>Escapes a masked text for an address, and keeps the placeholder of a secret readable.</summary>
    public static string Escape(string masked) => Uri.EscapeDataString(masked).Replace("%2A", "*", StringComparison.Ordinal);

    /// <summary>Whether a part of a recorded address stands for something else, so that it cannot be compared.</summary>
    public static bool IsIn(string text) =>
        text.Contains(SecretMask.Text, StringComparison.Ordinal)
        || text.Contains(KnownHosts.Domain, StringComparison.Ordinal)
        || text.Contains(KnownUsers.Prefix, StringComparison.Ordinal)
        || (text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Letter));
}
