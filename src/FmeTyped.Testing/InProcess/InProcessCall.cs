using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>Passes a request to the pipeline and its response back, with two pipes in place of a server's connection.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The source has neither timer nor handle, and the response's stream may cancel it late.")]
internal sealed class InProcessCall : IHttpResponseFeature, IHttpRequestLifetimeFeature
{
    private readonly HttpRequestMessage _request;
    private readonly DefaultHttpContext _http;
    private readonly Pipe _requestBody = new();
    private readonly Pipe _responseBody = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _head = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _aborted = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();

    public InProcessCall(HttpRequestMessage request, IServiceProvider services)
    {
        _request = request;
        RequestAborted = _aborted.Token;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(Describe(request));
        features.Set<IHttpResponseFeature>(this);
        features.Set<IHttpRequestLifetimeFeature>(this);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new InProcessWriteStream(_responseBody.Writer, StartAsync)));
        _http = new DefaultHttpContext(features) { RequestServices = services };
    }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    public CancellationToken RequestAborted { get; set; }

    // Obsolete: bodies use the body feature.
    Stream IHttpResponseFeature.Body
    {
        get => _http.Response.Body;
        set => _http.Response.Body = value;
    }

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public async Task<HttpResponseMessage> RunAsync(RequestDelegate serve, CancellationToken cancellationToken)
    {
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var call = (InProcessCall)state!;
                call._head.TrySetCanceled(token);
                call._aborted.Cancel();
            },
            this);
        await using (registration.ConfigureAwait(false))
        {
            Task sending = SendBodyAsync();
            if (!sending.IsCompleted || !_head.Task.IsCompleted)
            {
                _ = ServeAsync(serve, sending);
            }

            return await _head.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Aborts the connection from the server's side.</summary>
    public void Abort() => Break(new IOException("The emulator broke the connection."));

    private HttpRequestFeature Describe(HttpRequestMessage request)
    {
        Uri uri = request.RequestUri!;
        IHeaderDictionary headers = new HeaderDictionary();
        foreach ((string name, IEnumerable<string> values) in request.Content is { } content ? request.Headers.Concat(content.Headers) : request.Headers)
        {
            headers[name] = new StringValues([.. values]);
        }

        headers.Host = request.Headers.Host ?? uri.Authority;
        headers.ContentLength = request.Content is null ? 0 : request.Content.Headers.ContentLength;
        return new HttpRequestFeature
        {
            Method = request.Method.Method,
            Scheme = uri.Scheme,
            Protocol = HttpProtocol.Http11,

            // As servers do: everything is decoded except the slash.
            Path = Uri.UnescapeDataString(uri.AbsolutePath.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase)),
            QueryString = uri.Query,
            RawTarget = uri.PathAndQuery,
            Headers = headers,
            Body = _requestBody.Reader.AsStream(),
        };
    }

    private async Task SendBodyAsync()
    {
        try
        {
            if (_request.Content is { } content)
            {
                Stream body = _requestBody.Writer.AsStream(leaveOpen: true);
                await using (body.ConfigureAwait(false))
                {
                    await content.CopyToAsync(body, _aborted.Token).ConfigureAwait(false);
                }
            }

            await _requestBody.Writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The caller's own content failed, or the request is over before all of it was sent.
            await _requestBody.Writer.CompleteAsync(exception).ConfigureAwait(false);
            if (_head.TrySetException(exception))
            {
                await _aborted.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(RequestDelegate serve, Task sending)
    {
        try
        {
            await serve(_http).ConfigureAwait(false);
            await _http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync().ConfigureAwait(false);
            await StartAsync().ConfigureAwait(false);
            await _responseBody.Writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // An abort has already been reported; a bug must reach the caller.
            Break(exception);
        }

        await _requestBody.Reader.CompleteAsync().ConfigureAwait(false);
        await sending.ConfigureAwait(false);
        foreach ((Func<object, Task> callback, object state) in _completed)
        {
            await callback(state).ConfigureAwait(false);
        }
    }

    private async Task StartAsync()
    {
        if (HasStarted || RequestAborted.IsCancellationRequested)
        {
            return;
        }

        while (_starting.TryPop(out (Func<object, Task> Callback, object State) starting))
        {
            await starting.Callback(starting.State).ConfigureAwait(false);
        }

        HasStarted = true;
        var response = new HttpResponseMessage((HttpStatusCode)StatusCode)
        {
            ReasonPhrase = ReasonPhrase,
            RequestMessage = _request,
            Content = new StreamContent(new InProcessReadStream(_responseBody.Reader.AsStream(), _aborted)),
        };
        foreach ((string name, StringValues values) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                response.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        if (!_head.TrySetResult(response))
        {
            response.Dispose();
        }
    }

    private void Break(Exception exception)
    {
        _head.TrySetException(new HttpRequestException(HttpRequestError.ResponseEnded, "The emulator broke the connection before it answered.", exception));
        _responseBody.Writer.Complete(exception);
        _aborted.Cancel();
    }
}
