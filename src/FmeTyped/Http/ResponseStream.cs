using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>
/// The body of a response, read as it arrives. The time limit counts while a read waits and not while the reader does something else. Disposing of
/// it ends the call, and with that the connection of a body that was not read to its end.
/// </summary>
/// <param name="body">The body as the HttpClient gives it.</param>
/// <param name="headers">What the response says of it.</param>
/// <param name="errors">What goes wrong, in words.</param>
/// <param name="limit">The longest pause of the server.</param>
/// <param name="call">What ends with this stream.</param>
internal sealed class ResponseStream(Stream body, HttpContentHeaders headers, ErrorFactory errors, TimeLimit limit, IDisposable call) : ForwardStream
{
    /// <summary>What the response says of the body: its type, its length, its file name.</summary>
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
            throw errors.Lost(exception);
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
