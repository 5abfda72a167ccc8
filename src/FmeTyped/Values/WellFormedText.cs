using System.Text;

namespace FmeTyped;

/// <summary>Tells which texts come through UTF-8 as they are.</summary>
internal static class WellFormedText
{
    /// <summary>
    /// Whether each half of a surrogate pair stands beside its other half. A half on its own has no UTF-8, and is written as the replacement character.
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
