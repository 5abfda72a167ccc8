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
    private readonly ReadOnlyMemory<byte> _body;
    private int _isStarted;

    public SubmissionContent(ReadOnlyMemory<byte> body, string mediaType)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Whether the server may have seen any of it.</summary>
    public bool WasStarted => Volatile.Read(ref _isStarted) != 0;

    /// <summary>What is submitted.</summary>
    public required SendOnceRequest Submission { get; init; }

    /// <summary>When it is sent; null where that does not help to find it.</summary>
    public DateTimeOffset? TimeSent { get; init; }

    /// <summary>What it can be found by if the response is lost.</summary>
    public SubmissionTrace? Trace => TimeSent is { } time ? Submission.TraceAt(time) : null;

    /// <summary>Whether something tried to send it again.</summary>
    public bool WasRefused { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isStarted, 1) != 0)
        {
            WasRefused = true;
            throw new SubmissionSentTwiceException();
        }

        Submission.Leave(TimeSent);
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
