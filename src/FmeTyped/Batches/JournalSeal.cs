using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// The last member of each line of a journal: a hash of what precedes it. It detects a changed line; otherwise a key with one flipped bit
/// would be the key of another item.
/// </summary>
internal static class JournalSeal
{
    private const int HashLength = 8;
    private const int Length = 26;

    /// <summary>Completes the line's object, and adds the line feed.</summary>
    public static void Close(Utf8JsonWriter json, ArrayBufferWriter<byte> line)
    {
        json.Flush();
        json.WriteString("sum"u8, Hash(line.WrittenSpan));
        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
    }

    /// <summary>Whether a line, given without its line feed, is unchanged.</summary>
    public static bool IsOn(ReadOnlySpan<byte> line)
    {
        int start = line.Length - Length;
        return start > 0 && line[start..].SequenceEqual(Encoding.ASCII.GetBytes($",\"sum\":\"{Hash(line[..start])}\"}}"));
    }

    private static string Hash(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return Convert.ToHexString(hash[..HashLength]);
    }
}
