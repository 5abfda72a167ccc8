namespace FmeTyped;

/// <summary>
/// It is not known whether the server took the submission: the answer was lost after the request may have arrived. A job may
/// be running. Look at the server's jobs before you submit again.
/// </summary>
/// <remarks>
/// Causes: a connection that broke, a time limit that ran out, a gateway's 502 or 504, an answer that cannot be read, or an HTTP
/// handler that tried to send the submission a second time, which is prevented.
/// </remarks>
public sealed class FmeSubmissionUnknownException : FmeException
{
    internal FmeSubmissionUnknownException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
