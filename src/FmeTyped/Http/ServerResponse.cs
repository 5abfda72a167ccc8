using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>A response that was read to its end, or up to the size limit.</summary>
internal readonly record struct ServerResponse(
    HttpStatusCode StatusCode, HttpContentHeaders? Headers, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body, bool IsCutOff)
{
    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    public bool IsHtml => Headers?.ContentType?.MediaType is "text/html" or "application/xhtml+xml" || StartsWith('<');

    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The response as a JSON object; null if it is not one.</summary>
    public JsonElement? TryReadObject(out Exception? cause) => TryReadJson(out cause) is { ValueKind: JsonValueKind.Object } json ? json : null;

    /// <summary>The response as JSON of any kind; null if it is not JSON.</summary>
    public JsonElement? TryReadJson(out Exception? cause)
    {
        using JsonDocument? document = TryParse(out cause);
        return document?.RootElement.Clone();
    }

    /// <summary>The response as JSON over the body itself, which must stay valid while this is used; null if it is not JSON.</summary>
    public JsonDocument? TryParse(out Exception? cause)
    {
        cause = null;
        try
        {
            return ResponseJson.Parse(Body[(Body.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..]);
        }
        catch (JsonException exception)
        {
            cause = exception;
            return null;
        }
    }

    private bool StartsWith(char sign) => Body.Span.TrimStart(" \t\r\n\uFEFF"u8) is [var first, ..] && first == sign;
}
