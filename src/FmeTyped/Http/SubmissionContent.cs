using System.Net;

namespace FmeTyped;

/// <summary>
/// The body of a submission. It can be sent once; a handler that sends the request again fails before a byte of the body is sent.
/// </summary>
/// <remarks>
/// The guard is in the content and not in the request, because every repetition (a retry handler, a redirect) writes the same
/// content. It is also exact: until the content is read, nothing can have been submitted.
/// </remarks>
internal abstract class SubmissionContent : HttpContent
{
    private int _sends;

    /// <summary>Whether any of it may have reached the server.</summary>
    public bool WasStarted => Volatile.Read(ref _sends) > 0;

    /// <summary>What is submitted.</summary>
    public required SendOnceRequest Submission { get; init; }

    /// <summary>Whether a handler tried to send it again.</summary>
    public bool WasRefused => Volatile.Read(ref _sends) > 1;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sends) > 1)
        {
            throw new SubmissionSentTwiceException();
        }

        Submission.Leave();
        return SendAsync(stream, cancellationToken);
    }

    /// <summary>Writes the body, once.</summary>
    protected abstract Task SendAsync(Stream stream, CancellationToken cancellationToken);
}
