using System.Net;

namespace FmeTyped;

/// <summary>
/// The body of a submission. It can be written out once; a handler that sends the request again fails before a byte of the body leaves.
/// </summary>
/// <remarks>
/// The guard is the content and not the request, because every way of sending again (a retry handler, a redirect) ends in writing the same
/// content. It is also exact: as long as the content was not asked for, nothing can have been submitted.
/// </remarks>
internal sealed class SubmissionContent : HttpContent
{
    private readonly PooledBufferWriter _body;
    private readonly int _length;

    // The owner holds the body, and so does a write under way, which can outlive the owner's interest in it.
    private int _holders = 1;
    private int _sends;
    private int _isDisposed;

    /// <summary>Takes over the body.</summary>
    public SubmissionContent(PooledBufferWriter body, string mediaType)
    {
        _body = body;
        _length = body.Written.Length;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Whether the server may have seen any of it.</summary>
    public bool WasStarted => Volatile.Read(ref _sends) > 0;

    /// <summary>What is submitted.</summary>
    public required SendOnceRequest Submission { get; init; }

    /// <summary>Whether something tried to send it again.</summary>
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
