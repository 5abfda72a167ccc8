using System.Net;
using System.Text;
using System.Text.Json;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>A server that answers with what it was sent, headers and all, as badly written ones do in their error pages.</summary>
internal sealed class EchoHandler(HttpStatusCode status, Func<string, (string MediaType, string Body)> page) : HttpMessageHandler
{
    /// <summary>What the echo may look like: the words of REST, those of the services, a page, plain text, and a job that failed.</summary>
    public static IReadOnlyList<(string Name, Func<string, (string MediaType, string Body)> Page)> Pages { get; } =
    [
        ("message", echo => ("application/json", $$"""{"message":{{Text(echo)}},"details":{"name":{{Text(echo)}} } }""")),
        ("service", echo => ("application/json", $$"""{"serviceResponse":{"statusInfo":{"status":"failure","mode":"async","message":{{Text(echo)}} } } }""")),
        ("HTML", echo => ("text/html", $"<html><head><title>{WebUtility.HtmlEncode(echo)}</title></head><body><form>password {WebUtility.HtmlEncode(echo)}</form></body></html>")),
        ("text", echo => ("text/plain", echo)),
        ("job", echo => ("application/json", $$"""{"id":1,"jobID":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}},"result":{"id":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}} } }""")),
        ("failed service", echo => ("application/json", $$"""{"serviceResponse":{"statusInfo":{"status":"failure","mode":"async","message":{{Text(echo)}} },"fmeTransformationResult":{"fmeEngineResponse":{"id":1,"jobID":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}} },"fmeServerResponse":{"jobID":1} },"jobID":1} }""")),
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        (string mediaType, string body) = page($"{request.Method} {request.RequestUri} {request.Headers} {sent}");
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType), RequestMessage = request };
        if (request.Headers.Authorization is { } authorization && (int)status is >= 300 and < 400)
        {
            answer.Headers.Location = new Uri($"https://elsewhere.example.com/login?{authorization.Parameter}");
        }

        return answer;
    }

    // As most servers write JSON: quotes are escaped, and nothing more than has to be.
    private static string Text(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
