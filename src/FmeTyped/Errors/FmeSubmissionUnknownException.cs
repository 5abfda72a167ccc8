namespace FmeTyped;

/// <summary>
/// It is not known whether the server took the submission: the response was lost after the request may have arrived. A job may
/// be running. Ask <c>FmeFlowClient.FindSubmissionAsync</c> before you submit again.
/// </summary>
/// <remarks>
/// Causes: a broken connection, an expired time limit, a response such as 500, 502 or 504 that does not say whether a job
/// was made, an unreadable response, an HTTP handler that tried to send the submission a second time, which is prevented,
/// and every other error after it was sent that is not the server's refusal.
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

    /// <summary>The workspace of the request; null if there is no key.</summary>
    internal FmeWorkspaceDescriptor? Descriptor { get; }

    /// <summary>The key that was sent with the submission and identifies its job; null if the call cannot carry one.</summary>
    public string? CorrelationKey { get; }

    /// <summary>The repository, by its name on the server; null if there is no key.</summary>
    public string? Repository { get; }

    /// <summary>The workspace's file name; null if there is no key.</summary>
    public string? Workspace { get; }

    /// <summary>When the submission was sent, by this machine's clock; null if there is no key.</summary>
    public DateTimeOffset? TimeSent { get; }
}
