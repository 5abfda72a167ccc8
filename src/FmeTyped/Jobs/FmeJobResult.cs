namespace FmeTyped;

/// <summary>How a job ended.</summary>
public sealed class FmeJobResult : IJobPoll
{
    internal FmeJobResult()
    {
    }

    /// <summary>The job's id. Pass it to <c>FmeFlowClient.GetJob</c> for the log and the record.</summary>
    public long Id { get; internal init; }

    /// <summary>The final status. If the server reports success for the job and failure for its result, it is the failure.</summary>
    public FmeJobStatus Status { get; internal set; }

    /// <summary>Whether the job succeeded and wrote the required number of features.</summary>
    public bool Succeeded => Status.IsSuccess && !HasTooFewFeatures;

    /// <summary>The number of features that <see cref="FmeWaitOptions.MinimumFeatures"/> required; null if that was not set.</summary>
    public long? MinimumFeatures { get; internal set; }

    /// <summary>
    /// Whether the server reports success although the job wrote fewer features than required, or the number that it wrote is not known.
    /// </summary>
    public bool HasTooFewFeatures => MinimumFeatures is { } minimum && Status.IsSuccess && !(FeatureCount >= minimum);

    /// <summary>The server's message about the outcome.</summary>
    public string? StatusMessage { get; internal set; }

    /// <summary>How many features were written; null if the server does not report it.</summary>
    public long? FeatureCount { get; internal set; }

    /// <summary>How many warnings the log has; null if the server does not report it.</summary>
    public long? WarningCount { get; internal set; }

    /// <summary>How many errors the log has; null if the server does not report it.</summary>
    public long? ErrorCount { get; internal set; }

    /// <summary>When the job was queued.</summary>
    public DateTimeOffset? TimeQueued { get; internal init; }

    /// <summary>When an engine started the job.</summary>
    public DateTimeOffset? TimeStarted { get; internal init; }

    /// <summary>When the job ended.</summary>
    public DateTimeOffset? TimeFinished { get; internal init; }

    // The word for a failed result may be unknown, and so not a final one.
    bool IJobPoll.HasEnded => true;

    /// <summary>A copy with another message; this instance if the message is the same.</summary>
    internal FmeJobResult WithMessage(string? message)
    {
        if (message == StatusMessage)
        {
            return this;
        }

        var copy = (FmeJobResult)MemberwiseClone();
        copy.StatusMessage = message;
        return copy;
    }

    /// <summary>A copy with another status.</summary>
    internal FmeJobResult WithStatus(FmeJobStatus status)
    {
        var copy = (FmeJobResult)MemberwiseClone();
        copy.Status = status;
        return copy;
    }

    /// <summary>A copy with the required and the written number of features.</summary>
    internal FmeJobResult WithFeatures(long? minimum, long? count)
    {
        var copy = (FmeJobResult)MemberwiseClone();
        copy.MinimumFeatures = minimum;
        copy.FeatureCount = count;
        return copy;
    }

    /// <summary>A copy with the numbers counted in the log, if the server reported none.</summary>
    internal FmeJobResult WithCounts(long warnings, long errors)
    {
        var copy = (FmeJobResult)MemberwiseClone();
        copy.WarningCount ??= warnings;
        copy.ErrorCount ??= errors;
        return copy;
    }

    /// <summary>How a job ended, by a poll that says that it has.</summary>
    internal static FmeJobResult Of(IJobPoll poll) => poll as FmeJobResult ?? From((FmeJobRecord)poll);

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
