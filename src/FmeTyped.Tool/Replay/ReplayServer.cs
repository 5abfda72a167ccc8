using System.Globalization;
using System.Text;
using FmeTyped.Tool.Masking;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Terminal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Tool.Replay;

/// <summary>
/// Answers requests from a recording: the same request again gets the next response that the recording has for it, and then the last one for ever. A request
/// that is not in it gets 501.
/// </summary>
internal sealed class ReplayServer
{
    private const int MostNamed = 5;

    private static readonly HashSet<string> NotReplayed = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Content-Length", "Transfer-Encoding" };

    private readonly List<SameRequests> _requests = [];
    private readonly Output _output;

    public ReplayServer(RecordedExchanges recording, Output output)
    {
        _output = output;
        foreach (RecordedExchange exchange in recording.Exchanges)
        {
            RecordedTarget target = RecordedTarget.Parse(exchange.Target);
            SameRequests? known = _requests.Find(same => same.Method == exchange.Method && same.Target.IsSame(target));
            if (known is null)
            {
                _requests.Add(known = new SameRequests(exchange.Method, target, exchange.Target));
            }

            known.Exchanges.Enqueue(exchange);
        }
    }

    public async Task InvokeAsync(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // Some clients send all of a request before they read the response.
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted).ConfigureAwait(false);
        string line = $"{http.Request.Method} {target.Split('?')[0]}";
        if (FindNext(http.Request.Method, RecordedTarget.Parse(target)) is { } exchange)
        {
            _output.Line($"{line} -> {exchange.Status?.ToString(CultureInfo.InvariantCulture) ?? "no response"} ({exchange.Name})");
            await RespondAsync(http, exchange).ConfigureAwait(false);
            return;
        }

        string others = string.Join(", ", _requests.Where(same => same.Method == http.Request.Method).Take(MostNamed).Select(same => same.Written));
        string expected = others.Length == 0 ? $"It has no {http.Request.Method}." : $"What it has of {http.Request.Method} begins with {others}.";
        _output.Line($"{line} -> 501 (not in the recording, with this query. {expected})");
        http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        await http.Response
            .WriteAsJsonAsync(new { message = $"The recording has no {line} with this query. {expected}" }, http.RequestAborted)
            .ConfigureAwait(false);
    }

    private RecordedExchange? FindNext(string method, RecordedTarget target)
    {
        lock (_requests)
        {
            SameRequests? found = _requests.Find(same => same.Method == method && same.Target.IsSame(target))
                ?? _requests.Find(same => same.Method == method && same.Target.Fits(target));
            return found is null ? null : found.Exchanges.Count > 1 ? found.Exchanges.Dequeue() : found.Exchanges.Peek();
        }
    }

    private static async Task RespondAsync(HttpContext http, RecordedExchange exchange)
    {
        if (exchange.Status is not { } status)
        {
            http.Abort();
            return;
        }

        string ownUrl = $"{http.Request.Scheme}://{http.Request.Host.Value}";
        http.Response.StatusCode = status;
        foreach (IGrouping<string, string> same in exchange.ResponseHeaders.GroupBy(header => header.Name, header => header.Value))
        {
            // What stands for an encoded body is not encoded.
            if (!NotReplayed.Contains(same.Key) && !(same.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) && exchange.ResponseBytes is null))
            {
                http.Response.Headers[same.Key] = same.Select(value => ToOwnUrl(value, ownUrl)).ToArray();
            }
        }

        byte[] body = exchange.ResponseText is { } text ? Encoding.UTF8.GetBytes(ToOwnUrl(text, ownUrl)) : exchange.ResponseBytes ?? [];
        bool hasBody = http.Request.Method != HttpMethods.Head && status is not (204 or 304);
        long length = exchange.OmittedLength ?? body.Length;
        if (!hasBody || exchange.BrokenOff is not null)
        {
            http.Response.ContentLength = status is 204 ? null : LengthOf(exchange);
        }
        else
        {
            http.Response.ContentLength = length;
        }

        if (hasBody)
        {
            await WriteAsync(http, body, exchange.OmittedLength ?? 0).ConfigureAwait(false);
        }

        if (exchange.BrokenOff is not null)
        {
            http.Abort();
        }
    }

    private static async Task WriteAsync(HttpContext http, byte[] body, long omitted)
    {
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
        byte[] zeros = new byte[Math.Min(omitted, 1 << 16)];
        for (long left = omitted; left > 0; left -= zeros.Length)
        {
            await http.Response.Body.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), http.RequestAborted).ConfigureAwait(false);
        }

        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private static long? LengthOf(RecordedExchange exchange) => exchange.ResponseHeaders
        .Where(header => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
        .Select(header => long.TryParse(header.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : default(long?))
        .FirstOrDefault();

    // The address of the recorded server is written in JSON with or without escapes.
    private static string ToOwnUrl(string text, string ownUrl) => ReplacedServerUrl.Replace(text, ownUrl);

    private static ServerUrlReplacer ReplacedServerUrl { get; } = new(new Uri(TextMask.ServerUrl));

    /// <summary>Requests of one method and address, whose responses come in order.</summary>
    private sealed record SameRequests(string Method, RecordedTarget Target, string Written)
    {
        public Queue<RecordedExchange> Exchanges { get; } = new();
    }
}
