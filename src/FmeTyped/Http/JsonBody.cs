using System.Buffers;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Bodies of requests in JSON.</summary>
internal static class JsonBody
{
    public const string MediaType = "application/json";

    private const int UsualSize = 1024;

    /// <summary>Writes a body.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(UsualSize);
        using (var json = new Utf8JsonWriter(body))
        {
            write(json);
        }

        return body.WrittenMemory;
    }

    /// <summary>Writes a body that may be sent more than once.</summary>
    public static HttpContent Content(Action<Utf8JsonWriter> write) => new ReadOnlyMemoryContent(Write(write)) { Headers = { ContentType = new(MediaType) } };
}
