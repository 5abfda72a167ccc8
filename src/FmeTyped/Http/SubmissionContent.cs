using System.Net;

namespace FmeTyped;

/// <summary>
/// The body of a submission. It can be sent once; a handler that sends the request again fails before a byte of the body is sent.
/// </summary>
/// <remarks>
/// The guard is in the content and not in the request, because every repetition (a retry handler, a redirect) writes the same
/// content. It is also exact: until the content is read, nothing can have been submitted.
/// </remarks>
internal sealed class SubmissionContent : HttpContent
{
    private readonly PooledBufferWriter _body;
    private readonly int _length;

    // Both the owner and a write in progress keep the body alive, because the write can outlive the owner.
    private int _holders = 1;
    private int _sends;
    private int _isDisposed;

    /// <summary>Takes ownership of the body.</summary>
    public SubmissionContent(PooledBufferWriter body, string mediaType)
    {
        _body = body;
        _length = body.Written.Length;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Whether any of it may have reached the server.</summary>
    public bool WasStarted => Volatile.Read(ref _sends) > 0;

    /// <summary>What is submitted.</summary>
    public required SendOnceRequest Submission { get; init; }

    /// <summary>Whether a handler tried to send it again.</summary>
    public bool WasRefused => Volatile.Read(ref _sends) > 1;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sends) > 1)
        {
            throw new SubmissionSentTwiceException();
        }

        Submission.Leave();
        Interlocked.Increment(ref _holders);
        try
        {
            await stream.WriteAsync(_body.Written, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _body.Dispose();
        }
    }
}
