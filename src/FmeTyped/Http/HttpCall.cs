using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>One request and its response. Every failure is thrown as an <see cref="FmeException"/>, or as the caller's cancellation.</summary>
/// <param name="connection">The connection to the server, with its credentials.</param>
/// <param name="request">The request.</param>
/// <param name="context">Describes the operation, for errors.</param>
/// <param name="limit">The time limit.</param>
internal sealed class HttpCall(ServerConnection connection, HttpRequestMessage request, ErrorContext context, TimeLimit limit) : IDisposable
{
    private const int LargestBody = 16 * 1024 * 1024;
    private const int LargestErrorBody = 64 * 1024;

    // Only a log asks for it, so that calls without one need no room for it.
    private static readonly HttpRequestOptionsKey<long> TimeSent = new("FmeTyped.TimeSent");

    private readonly HttpClient _httpClient = connection.NewHttpClient();

    // Following a redirect changes the request itself.
    private readonly SubmissionContent? _submission = request.Content as SubmissionContent;
    private readonly HttpMethod _method = request.Method;
    private readonly Uri? _url = request.RequestUri;
    private HttpResponseMessage? _response;

    /// <summary>Makes the errors of this call.</summary>
    public ErrorFactory Errors => new(context, _submission, limit, connection.Redactor, connection.Credentials.Hint)
    {
        FollowedTo = request.RequestUri == _url ? null : request.RequestUri,
    };

    /// <summary>The job that the request is about; null if there is none.</summary>
    public long? JobId => context.JobId;

    /// <summary>Restarts the request's time limit after some progress.</summary>
    public void RestartTimeLimit()
    {
        try
        {
            limit.Restart();
        }
        catch (ObjectDisposedException)
        {
            // A body may still be on its way when its call has ended, for example after an early response.
        }
    }

    /// <summary>Sends the request and completes. An error status throws; the body of a success is not read.</summary>
    public async Task DoAsync() => await ReadAsync(static (call, response) => response switch
    {
        { IsSuccess: false } => throw call.Errors.Refused(response),
        { IsHtml: true } => throw call.Errors.NotUnderstood(response),
        _ => true,
    }).ConfigureAwait(false);

    /// <summary>
    /// Sends the request, reads the whole response whatever its status, and completes. The result must not refer to the response's body. If the
    /// reading throws an exception that is not ours, it is converted; for a submission, the new one says that its outcome is not known.
    /// </summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="read">Reads the response.</param>
    public async Task<T> ReadAsync<T>(Func<HttpCall, ServerResponse, T> read)
    {
        using var body = new PooledBufferWriter();
        try
        {
            _response = await StartAsync().ConfigureAwait(false);
            Accept(_response);
            int most = _response.IsSuccessStatusCode ? LargestBody : LargestErrorBody;
            bool isCutOff = await BoundedBody.ReadAsync(_response.Content, body, most, limit.Token).ConfigureAwait(false);
            return Read(ResponseOf(_response, body.Written, isCutOff), read);
        }
        catch (Exception exception) when (_response is { IsSuccessStatusCode: false } && IsBreakOff(exception))
        {
            return Read(WithoutBody(_response, exception), read);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            throw LossOf(exception);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>
    /// Sends the request and returns the response as a stream, which takes over this call; a failure disposes of it. An error status throws, and so does
    /// a web page, unless the response may be HTML.
    /// </summary>
    /// <param name="mayBeHtml">Whether the response may be HTML.</param>
    /// <param name="refusal">Converts an error status that means more than its number; null for none.</param>
    public async Task<ResponseStream> OpenStreamAsync(bool mayBeHtml = false, Func<ServerResponse, FmeException?>? refusal = null)
    {
        try
        {
            HttpContent content = (await OpenAsync(mayBeHtml, refusal).ConfigureAwait(false)).Content;
            Stream body = await GuardAsync(() => content.ReadAsStreamAsync(limit.Token)).ConfigureAwait(false);
            limit.Pause();
            return new ResponseStream(body, content.Headers, Errors, limit, this);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Sets the longest pause of the server, from the next read on.</summary>
    public void LimitPauses(TimeSpan longest) => limit.Duration = longest;

    public void Dispose()
    {
        _response?.Dispose();
        request.Dispose();
        limit.Dispose();
    }

    private T Read<T>(ServerResponse response, Func<HttpCall, ServerResponse, T> read)
    {
        try
        {
            return read(this, response);
        }
        catch (Exception exception) when (exception is not FmeException)
        {
            throw Errors.Unread(response.StatusCode, exception);
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(bool mayBeHtml, Func<ServerResponse, FmeException?>? refusal)
    {
        HttpResponseMessage response = await SendAsync().ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            ServerResponse refused = await ReadErrorAsync(response).ConfigureAwait(false);
            throw FailureOf(refused, refusal);
        }

        return response.Content.Headers.ContentType?.MediaType != "text/html" || mayBeHtml
            ? response
            : throw Errors.NotUnderstood(await GuardAsync(() => ReadPageAsync(response)).ConfigureAwait(false));
    }

    private FmeException FailureOf(ServerResponse response, Func<ServerResponse, FmeException?>? refusal)
    {
        try
        {
            return refusal?.Invoke(response) ?? Errors.Refused(response);
        }
        catch (Exception exception) when (exception is not FmeException)
        {
            return Errors.Unread(response.StatusCode, exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync()
    {
        _response = await GuardAsync(StartAsync).ConfigureAwait(false);
        Accept(_response);
        return _response;
    }

    private Task<HttpResponseMessage> StartAsync() => connection.Credentials.Provided is { } token ? SendWithTokenAsync(token) : SendOnceAsync();

    private Task<HttpResponseMessage> SendOnceAsync()
    {
        if (connection.Logger.IsEnabled(LogLevel.Debug))
        {
            request.Options.Set(TimeSent, connection.TimeProvider.GetTimestamp());
        }

        return _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(ProvidedToken token)
    {
        request.Headers.Authorization = await GetTokenAsync(token).ConfigureAwait(false);
        HttpResponseMessage response = await SendOnceAsync().ConfigureAwait(false);
        bool isRenewed;
        try
        {
            isRenewed = response.StatusCode == HttpStatusCode.Unauthorized && await TryRenewAsync(token).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        if (!isRenewed)
        {
            return response;
        }

        response.Dispose();
        return await SendOnceAsync().ConfigureAwait(false);
    }

    private void Accept(HttpResponseMessage response)
    {
        if (connection.Logger.IsEnabled(LogLevel.Debug) && request.Options.TryGetValue(TimeSent, out long start))
        {
            double elapsed = connection.TimeProvider.GetElapsedTime(start).TotalMilliseconds;
            Log.Responded(connection.Logger, context.Operation, (int)response.StatusCode, (long)elapsed);
        }

        if (request.Method != _method)
        {
            throw Errors.Redirected(response.StatusCode, request.RequestUri, isFollowed: true);
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            throw Errors.Redirected(response.StatusCode, response.Headers.Location);
        }
    }

    private async Task<AuthenticationHeaderValue> GetTokenAsync(ProvidedToken token)
    {
        try
        {
            return await token.GetAsync(context, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw LossOf(exception);
        }
    }

    /// <summary>Reports the refusal to the provider. A GET without a redirect is retried if the provider has another token.</summary>
    private async Task<bool> TryRenewAsync(ProvidedToken token)
    {
        AuthenticationHeaderValue? refused = request.Headers.Authorization;
        if (refused is null || request.RequestUri != _url)
        {
            return false;
        }

        Log.TokenRefused(connection.Logger);
        token.OnRefused(refused);
        if (_method != HttpMethod.Get || await GetTokenAsync(token).ConfigureAwait(false) is not { } renewed || renewed.Equals(refused))
        {
            return false;
        }

        // An HttpRequestMessage can only be sent once.
        HttpRequestMessage sent = request;
        request = new HttpRequestMessage(_method, _url);
        foreach ((string name, HeaderStringValues values) in sent.Headers.NonValidated)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        request.Headers.Authorization = renewed;
        sent.Dispose();
        return true;
    }

    private async Task<ServerResponse> ReadErrorAsync(HttpResponseMessage response)
    {
        try
        {
            return await ReadPageAsync(response).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBreakOff(exception))
        {
            return WithoutBody(response, exception);
        }
    }

    private async Task<ServerResponse> ReadPageAsync(HttpResponseMessage response)
    {
        using var body = new PooledBufferWriter();
        bool isCutOff = await BoundedBody.ReadAsync(response.Content, body, LargestErrorBody, limit.Token).ConfigureAwait(false);
        return ResponseOf(response, body.Written.ToArray(), isCutOff);
    }

    private ServerResponse ResponseOf(HttpResponseMessage response, ReadOnlyMemory<byte> body, bool isCutOff) =>
        new(response.StatusCode, response.Content.Headers, response.IsSuccessStatusCode ? null : RetryAfterOf(response), body, isCutOff);

    // The status matters more than its explanation, so a truncated body must not hide it.
    private ServerResponse WithoutBody(HttpResponseMessage response, Exception exception)
    {
        Errors.ThrowIfCancelled(exception, limit.CallerToken);
        return new ServerResponse(response.StatusCode, Headers: null, RetryAfterOf(response), default, IsCutOff: true);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - connection.TimeProvider.GetUtcNow() is { Ticks: > 0 } wait => wait,
        _ => null,
    };

    private async Task<T> GuardAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            throw LossOf(exception);
        }
    }

    private static bool IsBreakOff(Exception exception) =>
        exception is IOException or InvalidDataException or HttpRequestException or OperationCanceledException;

    // Our own exceptions are kept as they are.
    private bool IsLoss(Exception exception) =>
        exception is not (FmeException or FmeOperationCanceledException) && (exception is not ObjectDisposedException || Errors.MayHaveArrived);

    private FmeException LossOf(Exception exception)
    {
        Errors.ThrowIfCancelled(exception, limit.CallerToken);
        return Errors.ConnectionLost(exception);
    }
}
