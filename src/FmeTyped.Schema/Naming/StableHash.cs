namespace FmeTyped.Schema.Naming;

/// <summary>A hash that is the same on every machine, in every process and in every release: FNV-1a over UTF-16, then mixed.</summary>
internal static class StableHash
{
    public static uint From(string text, uint salt = 0)
    {
        unchecked
        {
            uint hash = 2166136261 ^ salt;
            foreach (char c in text)
            {
                hash = (hash ^ (byte)c) * 16777619;
                hash = (hash ^ (byte)(c >> 8)) * 16777619;
            }

            // FNV's last characters reach few bits; this spreads them.
            hash ^= hash >> 16;
            hash *= 0x85EBCA6B;
            hash ^= hash >> 13;
            hash *= 0xC2B2AE35;
            hash ^= hash >> 16;
            return hash;
        }
    }
}
