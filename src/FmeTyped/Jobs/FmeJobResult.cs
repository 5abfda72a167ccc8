namespace FmeTyped;

/// <summary>How a job ended.</summary>
public sealed record FmeJobResult
{
    /// <summary>The job's id. Pass it to <c>FmeFlowClient.GetJob</c> for the log and the record.</summary>
    public required long Id { get; init; }

    /// <summary>The final status. Where the server calls the job a success and its result a failure, it is the failure.</summary>
    public FmeJobStatus Status { get; init; }

    /// <summary>Whether the job ended well, and wrote as many features as were asked for.</summary>
    public bool Succeeded => Status.IsSuccess && !HasTooFewFeatures;

    /// <summary>How many features were asked for by <see cref="FmeWaitOptions.MinimumFeatures"/>; null where that was not set.</summary>
    public long? MinimumFeatures { get; init; }

    /// <summary>
    /// Whether the server calls the job a success although it wrote fewer features than were asked for, or nothing tells how many it wrote.
    /// </summary>
    public bool HasTooFewFeatures => Status.IsSuccess && MinimumFeatures is { } minimum && !(FeatureCount >= minimum);

    /// <summary>The server's words on the outcome.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>How many features were written; null where the server does not tell.</summary>
    public long? FeatureCount { get; init; }

    /// <summary>How many warnings the log has; null where the server does not tell.</summary>
    public long? WarningCount { get; init; }

    /// <summary>How many errors the log has; null where the server does not tell.</summary>
    public long? ErrorCount { get; init; }

    /// <summary>When the job was queued.</summary>
    public DateTimeOffset? TimeQueued { get; init; }

    /// <summary>When an engine began with the job.</summary>
    public DateTimeOffset? TimeStarted { get; init; }

    /// <summary>When the job ended.</summary>
    public DateTimeOffset? TimeFinished { get; init; }

    /// <summary>The same with other words on the outcome, or itself where they are the same.</summary>
    internal FmeJobResult WithMessage(string? message) => message == StatusMessage ? this : this with { StatusMessage = message };

    internal static FmeJobResult From(FmeJobRecord record) => new()
    {
        Id = record.Id,
        Status = record.Status.IsSuccess && record.ResultStatus is { IsSuccess: false } failure ? failure : record.Status,
        StatusMessage = record.StatusMessage,
        FeatureCount = record.FeatureCount,
        WarningCount = record.WarningCount,
        ErrorCount = record.ErrorCount,
        TimeQueued = record.TimeQueued,
        TimeStarted = record.TimeStarted,
        TimeFinished = record.TimeFinished,
    };
}
