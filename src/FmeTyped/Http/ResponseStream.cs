using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>
/// The body of a response, read as it arrives. The time limit runs only while a read waits, not between reads. Disposing of
/// it ends the call, and closes the connection if the body was not read to its end.
/// </summary>
/// <param name="body">The body as the HttpClient gives it.</param>
/// <param name="headers">The headers of the response's content.</param>
/// <param name="errors">Makes the errors of the call.</param>
/// <param name="limit">The longest pause of the server.</param>
/// <param name="call">The call, which is disposed of with this stream.</param>
internal sealed class ResponseStream(Stream body, HttpContentHeaders headers, ErrorFactory errors, TimeLimit limit, IDisposable call) : ForwardStream
{
    /// <summary>The headers of the content: its type, its length, its file name.</summary>
    public HttpContentHeaders Headers => headers;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        errors.ThrowIfCancelled(cause: null, cancellationToken);
        limit.Restart();
        using CancellationTokenSource? both = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken)
            : null;
        try
        {
            return await body.ReadAsync(buffer, both?.Token ?? limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ObjectDisposedException)
        {
            errors.ThrowIfCancelled(exception, cancellationToken);
            errors.ThrowIfCancelled(exception, limit.CallerToken);
            throw errors.ConnectionLost(exception);
        }
        finally
        {
            limit.Pause();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            call.Dispose();
        }

        base.Dispose(disposing);
    }
}
