namespace FmeTyped;

/// <summary>The job did not end within the wait's time limit. It goes on.</summary>
public sealed class FmeWaitTimeoutException : FmeException
{
    internal FmeWaitTimeoutException(long jobId, TimeSpan timeout, FmeJobRecord? lastRecord, ErrorContext context, Exception? innerException = null)
        : base(Describe(jobId, timeout, lastRecord), context, innerException)
    {
        LastRecord = lastRecord;
        Timeout = timeout;
    }

    /// <summary>How long the client waited.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The last record of the job that was read; null if none was.</summary>
    public FmeJobRecord? LastRecord { get; }

    private static string Describe(long jobId, TimeSpan timeout, FmeJobRecord? lastRecord) =>
        $"Job {jobId} did not end within {timeout:c}{(lastRecord is null ? "" : $"; it was last seen as {lastRecord.Status}")}. "
        + "The job goes on: wait for it again, or cancel it.";
}
