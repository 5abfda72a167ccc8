using System.Text.Json;

namespace FmeTyped;

/// <summary>Bodies of requests in JSON.</summary>
internal static class JsonBody
{
    public const string MediaType = "application/json";

    /// <summary>Writes a body that may be sent more than once.</summary>
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
