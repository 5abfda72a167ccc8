using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace FmeTyped;

/// <summary>
/// The one place where responses are parsed as JSON. A server can send invalid text: bytes that are not UTF-8, or an escape that is an unpaired surrogate.
/// The parser accepts both, and throws only when the text is read or a member is looked up. So both are replaced with U+FFFD before parsing, and
/// later reads cannot fail.
/// </summary>
internal static class ResponseJson
{
    private const int EscapeLength = 6;

    /// <summary>Parses a response over its bytes, which must stay valid while the document is used.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(WithoutHalves(
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span))));

    private static ReadOnlyMemory<byte> WithoutHalves(ReadOnlyMemory<byte> json)
    {
        int half = IndexOfHalf(json.Span, 0);
        if (half < 0)
        {
            return json;
        }

        byte[] readable = json.ToArray();
        for (; half >= 0; half = IndexOfHalf(readable, half + EscapeLength))
        {
            "\\ufffd"u8.CopyTo(readable.AsSpan(half));
        }

        return readable;
    }

    /// <summary>The index of the next escape that is an unpaired surrogate; negative if there is none.</summary>
    private static int IndexOfHalf(ReadOnlySpan<byte> json, int start)
    {
        for (int at = start; at < json.Length && json[at..].IndexOf((byte)'\\') is >= 0 and var next;)
        {
            at += next;
            char unit = EscapeAt(json, at);
            if (!char.IsSurrogate(unit))
            {
                at += 2;
            }
            else if (char.IsSurrogatePair(unit, EscapeAt(json, at + EscapeLength)))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The code unit of an escape such as <c>\u00e4</c>; zero if there is none.</summary>
    private static char EscapeAt(ReadOnlySpan<byte> json, int at) =>
        json.Length - at >= EscapeLength && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, EscapeLength - 2), out ushort unit, out int length, 'x') && length == EscapeLength - 2
            ? (char)unit
            : '\0';
}
