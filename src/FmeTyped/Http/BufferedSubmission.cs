namespace FmeTyped;

/// <summary>The body of a submission that is in memory, which is pooled.</summary>
internal sealed class BufferedSubmission : SubmissionContent
{
    private readonly PooledBufferWriter _body;
    private readonly int _length;

    // Both the owner and a write in progress keep the body alive, because the write can outlive the owner.
    private int _holders = 1;
    private int _isDisposed;

    /// <summary>Takes ownership of the body.</summary>
    public BufferedSubmission(PooledBufferWriter body, string mediaType)
    {
        _body = body;
        _length = body.Written.Length;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    protected override async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
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
