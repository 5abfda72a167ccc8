using System.Net;
using System.Net.Sockets;
using System.Text;
using FmeTyped.Tool.Masking;
using FmeTyped.Tool.Terminal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Tool.Recording;

/// <summary>
/// Hands every request on to a server and its response back, as they come, and records both. Only the server's own address changes on the way back, so that a
/// client that follows it comes back to the recorder.
/// </summary>
internal sealed class Recorder : IDisposable
{
    /// <summary>The size in bytes up to which a record of FME Flow is read as a whole, so that addresses in it can be replaced.</summary>
    public const int MaxRecordSize = 16 << 20;

    private const int BufferSize = 1 << 16;

    // They are of one connection, or are made anew. Without Accept-Encoding a server sends what can be read.
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Host", "Expect", "Accept-Encoding",
    };

    private readonly Uri _server;
    private readonly RecordingFolder _folder;
    private readonly Output _output;
    private readonly TimeProvider _time;
    private readonly string _root;
    private readonly ServerUrlReplacer _addresses;
    private readonly HttpMessageInvoker _http;
    private int _failures;

    public Recorder(Uri server, RecordingFolder folder, Output output, TimeProvider time, HttpMessageHandler handler)
    {
        _server = server;
        _folder = folder;
        _output = output;
        _time = time;
        _root = server.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _addresses = new ServerUrlReplacer(server);
        _http = new HttpMessageInvoker(handler);
    }

    /// <summary>How many exchanges could not be written.</summary>
    public int Failures => Volatile.Read(ref _failures);

    /// <summary>Sends requests to a server as they are, and each of them once.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,

        // The handler sends a request without a body again when its connection ends before a response, and that could be a second job. Each time needs a
        // connection of its own here, and there is no second one.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = ConnectOnceAsync,
    };

    public async Task InvokeAsync(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        long start = _time.GetTimestamp();
        using var exchange = new CapturedExchange(_folder.NextNumber(), http.Request.Method, target, _time.GetUtcNow())
        {
            RequestHeaders = [.. Passed(http.Request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))))],
        };
        bool isComplete = false;
        try
        {
            using HttpRequestMessage request = CreateRequest(http, exchange);
            using HttpResponseMessage response = await _http.SendAsync(request, http.RequestAborted).ConfigureAwait(false);
            exchange.Status = (int)response.StatusCode;
            exchange.ResponseHeaders = [.. Passed(HeadersOf(response))];
            await RespondAsync(http, response, exchange, () =>
            {
                isComplete = true;
                exchange.Duration = _time.GetElapsedTime(start);
                Write(exchange);
            }).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // What the client sees is what it would have seen without the recorder: a connection that ends.
            if (!isComplete)
            {
                exchange.Duration = _time.GetElapsedTime(start);
                exchange.BrokenOff = http.RequestAborted.IsCancellationRequested ? BrokenOff.ByClient
                    : exchange.Status is null ? BrokenOff.NoResponse
                    : BrokenOff.ByServer;
                Write(exchange);
            }

            http.Abort();
        }
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectOnceAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (!((IDictionary<string, object?>)context.InitialRequestMessage.Options).TryAdd(nameof(ConnectOnceAsync), null))
        {
            throw new IOException("The connection ended, and the request is not sent again.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private HttpRequestMessage CreateRequest(HttpContext http, CapturedExchange exchange)
    {
        // As it was sent: another way to escape a path is another path to some servers. An absolute target is one of a proxy.
        string target = exchange.Target.StartsWith('/') ? exchange.Target : http.Request.Path + http.Request.QueryString;
        var request = new HttpRequestMessage(
            new HttpMethod(exchange.Method), new Uri(_root + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            request.Content = new StreamContent(new CapturingStream(http.Request.Body, exchange.RequestBody), BufferSize);
        }

        foreach ((string name, string value) in exchange.RequestHeaders)
        {
            string passed = name.ToUpperInvariant() is "REFERER" or "ORIGIN" ? value.Replace(OwnUrl(http), _root, StringComparison.OrdinalIgnoreCase) : value;
            if (!request.Headers.TryAddWithoutValidation(name, passed))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, passed);
            }
        }

        return request;
    }

    private async Task RespondAsync(HttpContext http, HttpResponseMessage response, CapturedExchange exchange, Action complete)
    {
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var same in exchange.ResponseHeaders.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            http.Response.Headers[same.Key] = same.Select(header => _addresses.Replace(header.Value, OwnUrl(http))).ToArray();
        }

        if (http.Request.Method == HttpMethods.Head || exchange.Status is 204 or 304)
        {
            complete();
            return;
        }

        var path = new FlowPath(exchange.Target);
        Stream body = await response.Content.ReadAsStreamAsync(http.RequestAborted).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            bool isRecord = path is { IsApi: true, IsStreamed: false }
                && response.Content.Headers.ContentEncoding.Count == 0
                && RecordedBodyWriter.IsJson(response.Content.Headers.ContentType?.ToString());
            if (isRecord)
            {
                await PassRecordAsync(http, body, exchange, complete).ConfigureAwait(false);
            }
            else
            {
                await PassAsync(http, body, exchange, response.Content.Headers.ContentLength, complete).ConfigureAwait(false);
            }
        }
    }

    private async Task PassRecordAsync(HttpContext http, Stream body, CapturedExchange exchange, Action complete)
    {
        using var record = new MemoryStream();
        byte[] buffer = new byte[BufferSize];
        int count;
        while (record.Length <= MaxRecordSize && (count = await body.ReadAsync(buffer, http.RequestAborted).ConfigureAwait(false)) > 0)
        {
            exchange.ResponseBody.Add(buffer.AsSpan(0, count));
            record.Write(buffer, 0, count);
        }

        if (record.Length > MaxRecordSize)
        {
            await http.Response.Body.WriteAsync(record.GetBuffer().AsMemory(0, (int)record.Length), http.RequestAborted).ConfigureAwait(false);
            await PassAsync(http, body, exchange, http.Response.ContentLength, complete).ConfigureAwait(false);
            return;
        }

        // Latin-1, so that what is no address passes byte by byte.
        string text = Encoding.Latin1.GetString(record.GetBuffer(), 0, (int)record.Length);
        byte[] passed = Encoding.Latin1.GetBytes(_addresses.Replace(text, OwnUrl(http)));
        if (http.Response.ContentLength is not null)
        {
            http.Response.ContentLength = passed.Length;
        }

        complete();
        await http.Response.Body.WriteAsync(passed, http.RequestAborted).ConfigureAwait(false);
    }

    private static async Task PassAsync(HttpContext http, Stream body, CapturedExchange exchange, long? length, Action complete)
    {
        // The exchange is written before the client has the end of it, so that what was secret in it is known before the next request.
        bool isComplete = false;
        byte[] buffer = new byte[BufferSize];
        for (int count; (count = await body.ReadAsync(buffer, http.RequestAborted).ConfigureAwait(false)) > 0;)
        {
            exchange.ResponseBody.Add(buffer.AsSpan(0, count));
            if (exchange.ResponseBody.Length == length)
            {
                isComplete = true;
                complete();
            }

            await http.Response.Body.WriteAsync(buffer.AsMemory(0, count), http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }

        if (!isComplete)
        {
            complete();
        }
    }

    private void Write(CapturedExchange exchange)
    {
        try
        {
            _output.Line(_folder.Write(exchange));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Interlocked.Increment(ref _failures);
            _output.Problem($"Exchange {exchange.Number} could not be written: {fault.Message.ReplaceLineEndings(" ")} The client is not affected.");
        }
    }

    private static string OwnUrl(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host.Value}";

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));

    private static IEnumerable<KeyValuePair<string, string>> Passed(IEnumerable<KeyValuePair<string, string>> headers) =>
        headers.Where(header => !NotPassedOn.Contains(header.Key));
}
