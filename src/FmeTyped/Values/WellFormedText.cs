namespace FmeTyped;

/// <summary>Checks whether a text can be encoded as UTF-8 without loss.</summary>
internal static class WellFormedText
{
    /// <summary>
    /// Whether the text has no unpaired surrogate. An unpaired surrogate has no UTF-8 encoding, and is written as the replacement character.
    /// </summary>
    public static bool IsWellFormed(this string text) => text.AsSpan().IsWellFormed();

    /// <inheritdoc cref="IsWellFormed(string)"/>
    public static bool IsWellFormed(this ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
