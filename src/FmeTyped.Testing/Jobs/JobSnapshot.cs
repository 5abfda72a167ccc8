namespace FmeTyped.Testing;

/// <summary>A job at one moment.</summary>
/// <param name="Job">The job.</param>
/// <param name="Status">Its status.</param>
/// <param name="ResultStatus">The status in its result.</param>
/// <param name="Message">What FME says of its end; empty before.</param>
/// <param name="Started">When an engine took it; null before.</param>
/// <param name="Finished">When it ended; null before.</param>
internal sealed record JobSnapshot(
    Job Job, JobStatus Status, JobStatus ResultStatus, string Message, DateTimeOffset? Started, DateTimeOffset? Finished)
{
    public bool IsFinished => Finished is not null;

    /// <summary>Whether the outcome came to pass, instead of the job being cancelled before.</summary>
    public bool IsComplete => IsFinished && Status != JobStatus.Cancelled;

    public TimeSpan Elapsed => Finished - Started ?? TimeSpan.Zero;

    public long FeatureCount => IsComplete ? Job.Outcome.FeaturesWritten.Sum(written => written.Count) : 0;

    public int WarningCount => IsComplete ? Job.Outcome.Warnings.Count : 0;

    public int ErrorCount => IsComplete && ResultStatus != JobStatus.Succeeded ? 1 : 0;
}
