namespace FmeTyped;

/// <summary>A call was cancelled while it was under way. The exception says what is left on the server: a job, or a submission that may be one.</summary>
/// <remarks>A call that left neither a job nor a submission may throw a plain <see cref="OperationCanceledException"/>.</remarks>
public sealed class FmeOperationCanceledException : OperationCanceledException
{
    internal FmeOperationCanceledException(string message, FmeException underWay, CancellationToken cancellationToken)
        : this(message, underWay.JobId, underWay, cancellationToken)
    {
    }

    internal FmeOperationCanceledException(string message, long? jobId, Exception innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken) => JobId = jobId;

    /// <summary>The job that the call was about, or had submitted; null if there is none, or none is known.</summary>
    public long? JobId { get; }

    /// <summary>
    /// The submission that may have reached the server, with its correlation key and its time; null if there is none. Pass it to
    /// <c>FmeFlowClient.FindSubmissionAsync</c> before you submit again.
    /// </summary>
    public FmeSubmissionUnknownException? Submission => InnerException as FmeSubmissionUnknownException;
}
