namespace FmeTyped;

/// <summary>
/// It is not known whether the server took the submission: the answer was lost after the request may have arrived. A job may
/// be running. Ask <c>FmeFlowClient.FindSubmissionAsync</c> before you submit again.
/// </summary>
/// <remarks>
/// Causes: a connection that broke, a time limit that ran out, an answer such as 500, 502 or 504 that does not say whether a job
/// was made, an answer that cannot be read, an HTTP handler that tried to send the submission a second time, which is prevented,
/// and all else that goes wrong after it was sent and is not the server's refusal.
/// </remarks>
public sealed class FmeSubmissionUnknownException : FmeException
{
    internal FmeSubmissionUnknownException(string message, ErrorContext context, SubmissionTrace? trace, Exception? innerException = null)
        : base(message, context, innerException)
    {
        CorrelationKey = trace?.CorrelationKey;
        Repository = trace?.Repository;
        Workspace = trace?.Workspace;
        TimeSent = trace?.TimeSent;
        Descriptor = trace?.Descriptor;
    }

    /// <summary>The workspace of the request; null where there is no key.</summary>
    internal FmeWorkspaceDescriptor? Descriptor { get; }

    /// <summary>The key that went out with the submission, by which its job can be found; null where the way of sending has no room for one.</summary>
    public string? CorrelationKey { get; }

    /// <summary>The repository, by its name on the server; null where there is no key.</summary>
    public string? Repository { get; }

    /// <summary>The workspace's file name; null where there is no key.</summary>
    public string? Workspace { get; }

    /// <summary>When the submission was sent, by this machine's clock; null where there is no key.</summary>
    public DateTimeOffset? TimeSent { get; }
}
