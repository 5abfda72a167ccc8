namespace FmeTyped.Schema.Json;

/// <summary>Shares strings for short texts that occur repeatedly: the names of keys, types, options.</summary>
internal sealed class StringPool
{
    private const int MostLength = 32;
    private const int Size = 1024;

    // One entry for each hash; a text that was replaced by another is created again when it recurs, which is harmless.
    private readonly string?[] _strings = new string?[Size];

    public string Take(char[] text, int start, int length)
    {
        if (length > MostLength)
        {
            return new string(text, start, length);
        }

        uint hash = (uint)length;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash * 31) + text[i]);
        }

        ref string? known = ref _strings[hash % Size];
        if (known is null || !IsAt(known, text, start, length))
        {
            known = new string(text, start, length);
        }

        return known;
    }

    private static bool IsAt(string known, char[] text, int start, int length)
    {
        if (known.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (known[i] != text[start + i])
            {
                return false;
            }
        }

        return true;
    }
}
