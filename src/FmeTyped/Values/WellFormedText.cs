using System.Text;

namespace FmeTyped;

/// <summary>Checks whether a text can be encoded as UTF-8 without loss.</summary>
internal static class WellFormedText
{
    /// <summary>
    /// Whether the text has no unpaired surrogate. An unpaired surrogate has no UTF-8 encoding, and is written as the replacement character.
    /// </summary>
    public static bool IsWellFormed(this string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !Rune.TryGetRuneAt(text, i++, out _))
            {
                return false;
            }
        }

        return true;
    }
}
