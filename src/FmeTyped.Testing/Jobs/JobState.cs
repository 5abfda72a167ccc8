namespace FmeTyped.Testing;

/// <summary>A job at one moment. Immutable.</summary>
internal sealed record JobState
{
    public required FmeSubmission Submission { get; init; }

    public required DateTimeOffset Submitted { get; init; }

    /// <summary>How the job ends unless it is cancelled.</summary>
    public required FmeJobOutcome Outcome { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>The status in the job's result.</summary>
    public required JobStatus ResultStatus { get; init; }

    /// <summary>FME's message at the end; empty before that.</summary>
    public string Message { get; init; } = "";

    /// <summary>When an engine took the job; null if none did.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When the job ended; null before that.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The owner of the job.</summary>
    public required string User { get; init; }

    /// <summary>The engine that took the job; null if none did.</summary>
    public string? Engine { get; init; }

    public long Id => Submission.JobId;

    public JobOrder Order => Submission.Order;

    public bool IsFinished => Finished is not null;

    /// <summary>Whether the job ended as its outcome says.</summary>
    public bool IsComplete => IsFinished && Status != JobStatus.Cancelled;

    public TimeSpan Elapsed => Finished - Started ?? TimeSpan.Zero;

    public bool IsSuccess => IsComplete && ResultStatus == JobStatus.Succeeded;

    /// <summary>The address of the job's files for download; null if there are none.</summary>
    public Uri? ResultUrl => IsSuccess && Outcome.Files.Count > 0 ? Order.Result?.UrlOf(Id) : null;

    public long FeatureCount => IsComplete ? Outcome.FeaturesWritten.Sum(written => written.Count) : 0;

    public int WarningCount => IsComplete ? Outcome.Warnings.Count : 0;

    public int ErrorCount => IsComplete && ResultStatus != JobStatus.Succeeded ? 1 : 0;
}
