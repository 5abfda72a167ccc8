using System.Text.Json;

namespace FmeTyped;

/// <summary>Creates request bodies in JSON.</summary>
internal static class JsonBody
{
    public const string MediaType = "application/json";

    /// <summary>Creates a body that may be sent more than once.</summary>
    public static HttpContent Content(Action<Utf8JsonWriter> write)
    {
        using var body = new PooledBufferWriter();
        using (var json = new Utf8JsonWriter(body))
        {
            write(json);
        }

        return new ByteArrayContent(body.Written.ToArray()) { Headers = { ContentType = new(MediaType) } };
    }
}
