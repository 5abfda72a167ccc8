namespace FmeTyped.Schema.Json;

/// <summary>Shares strings for short texts that occur repeatedly: the names of keys, types, options.</summary>
internal sealed class StringPool
{
    private const int MostLength = 32;
    private const int Size = 1024;

    // One entry for each hash; a text that was replaced by another is created again when it recurs, which is harmless.
    private readonly string?[] _strings = new string?[Size];

    public string Take(string text, int start, int length)
    {
        if (length > MostLength)
        {
            return text.Substring(start, length);
        }

        uint hash = (uint)length;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash * 31) + text[i]);
        }

        ref string? known = ref _strings[hash % Size];
        if (known is null || known.Length != length || string.CompareOrdinal(known, 0, text, start, length) != 0)
        {
            known = text.Substring(start, length);
        }

        return known;
    }
}
