using System.Text;

namespace FmeTyped;

/// <summary>One request and its answer. Whatever goes wrong comes out as an <see cref="FmeException"/>, or as the caller's cancellation.</summary>
internal sealed class Exchange(
    HttpClient httpClient,
    HttpRequestMessage request,
    Failures failures,
    TimeLimit limit) : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;
    private const int LargestErrorAnswer = 64 * 1024;

    private readonly HttpMethod _method = request.Method;
    private readonly Uri? _url = request.RequestUri;
    private HttpResponseMessage? _response;
    private StreamReader? _lines;

    /// <summary>What goes wrong in this exchange, in words.</summary>
    public Failures Failures => failures;

    /// <summary>Gives the request its full time again, as something has moved.</summary>
    public void RestartTimeLimit() => limit.Restart();

    /// <summary>Sends the request and reads the whole answer, whatever its status.</summary>
    public async Task<Answer> GetAnswerAsync()
    {
        HttpResponseMessage response = await SendAsync().ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? await GuardAsync(() => ReadAsync(response, LargestAnswer)).ConfigureAwait(false)
            : await ReadErrorAsync(response).ConfigureAwait(false);
    }

    /// <summary>Sends the request and leaves the answer to <see cref="ReadLineAsync"/>. A refusal throws.</summary>
    public async Task OpenTextAsync()
    {
        HttpResponseMessage response = await OpenAsync(mayBeHtml: false).ConfigureAwait(false);
        Stream stream = await GuardAsync(() => response.Content.ReadAsStreamAsync(limit.Token)).ConfigureAwait(false);
        _lines = new StreamReader(stream, Encoding.UTF8);
    }

    /// <summary>The next line of the answer; null at its end. The time limit starts anew with each line.</summary>
    public async Task<string?> ReadLineAsync()
    {
        limit.Restart();
        return await GuardAsync(() => _lines!.ReadLineAsync(limit.Token).AsTask()).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends the request and leaves the answer to the stream, which takes this exchange over; a failure disposes of it. A refusal throws, and so does
    /// a web page unless one may be what was asked for.
    /// </summary>
    /// <param name="mayBeHtml">Whether an answer of the type HTML can be right.</param>
    public async Task<ResponseStream> OpenStreamAsync(bool mayBeHtml = false)
    {
        try
        {
            HttpContent content = (await OpenAsync(mayBeHtml).ConfigureAwait(false)).Content;
            Stream body = await GuardAsync(() => content.ReadAsStreamAsync(limit.Token)).ConfigureAwait(false);
            limit.Pause();
            return new ResponseStream(body, content.Headers, failures, limit, this);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _response?.Dispose();
        request.Dispose();
        limit.Dispose();
    }

    private async Task<HttpResponseMessage> OpenAsync(bool mayBeHtml)
    {
        HttpResponseMessage response = await SendAsync().ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw Failures.Refused(await ReadErrorAsync(response).ConfigureAwait(false));
        }

        return response.Content.Headers.ContentType?.MediaType != "text/html" || mayBeHtml
            ? response
            : throw Failures.NotUnderstood(await GuardAsync(() => ReadAsync(response, LargestErrorAnswer)).ConfigureAwait(false));
    }

    private async Task<HttpResponseMessage> SendAsync()
    {
        _response = await GuardAsync(() => httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)).ConfigureAwait(false);

        // Following a redirect changes the request itself.
        if (request.Method != _method)
        {
            throw Failures.Redirected(_response.StatusCode, request.RequestUri);
        }

        if ((int)_response.StatusCode is >= 300 and < 400)
        {
            throw Failures.Redirected(_response.StatusCode, _response.Headers.Location);
        }

        Failures.FollowedTo = request.RequestUri == _url ? null : request.RequestUri;
        return _response;
    }

    private async Task<Answer> ReadErrorAsync(HttpResponseMessage response)
    {
        try
        {
            return await ReadAsync(response, LargestErrorAnswer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status is the news; that its explanation broke off must not hide it.
            limit.ThrowIfCallerCancelled(exception);
            return new Answer(response.StatusCode, MediaType: null, RetryAfterOf(response), default, IsCutOff: true);
        }
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage response, int most)
    {
        (ReadOnlyMemory<byte> body, bool isCutOff) = await BoundedBody.ReadAsync(response.Content, most, limit.Token).ConfigureAwait(false);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, RetryAfterOf(response), body, isCutOff);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - limit.TimeProvider.GetUtcNow() is { Ticks: > 0 } wait => wait,
        _ => null,
    };

    private async Task<T> GuardAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ObjectDisposedException || failures.MayHaveArrived)
        {
            limit.ThrowIfCallerCancelled(exception);
            throw Failures.Lost(exception);
        }
    }
}
