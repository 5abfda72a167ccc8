namespace FmeTyped.AspNetCore;

/// <summary>How a job stands, as callers see it. What is of the server's inside, such as engines and users, is not in it.</summary>
internal sealed class JobStatusBody
{
    /// <summary>The job's id in this API.</summary>
    public required string Id { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>failed</c>, <c>cancelled</c> or <c>unknown</c>.</summary>
    public required string State { get; init; }

    /// <summary>The server's words on the outcome.</summary>
    public string? Message { get; init; }

    public DateTimeOffset? TimeSubmitted { get; init; }

    public DateTimeOffset? TimeStarted { get; init; }

    public DateTimeOffset? TimeFinished { get; init; }

    public long? FeatureCount { get; init; }

    public long? WarningCount { get; init; }

    public long? ErrorCount { get; init; }

    /// <summary>The first error of the log, which is often the cause of the others.</summary>
    public string? FirstError { get; init; }

    /// <summary>Where the result is; null where there is none.</summary>
    public string? Result { get; init; }

    public static JobStatusBody Submitted(string id) => new() { Id = id, State = "queued" };

    /// <param name="id">The job's id in this API.</param>
    /// <param name="record">What the server reports.</param>
    /// <param name="explanation">Why the job failed; null where it did not.</param>
    /// <param name="result">Where the result is.</param>
    public static JobStatusBody From(string id, FmeJobRecord record, FmeJobExplanation? explanation, string? result)
    {
        string state = StateOf(record);
        return new()
        {
            Id = id,
            State = state,
            Message = record.Status.IsFinal ? record.StatusMessage : null,
            TimeSubmitted = record.TimeSubmitted,
            TimeStarted = record.TimeStarted,
            TimeFinished = record.TimeFinished,
            FeatureCount = record.FeatureCount,
            WarningCount = explanation?.Result.WarningCount ?? record.WarningCount,
            ErrorCount = explanation?.Result.ErrorCount ?? record.ErrorCount,
            FirstError = explanation?.FirstError?.Message,
            Result = state == "succeeded" ? result : null,
        };
    }

    /// <summary>Whether a job succeeded: by its own status, and by that of its result.</summary>
    public static bool IsSuccess(FmeJobRecord record) => record.Status.IsSuccess && record.ResultStatus is null or { IsSuccess: true };

    private static string StateOf(FmeJobRecord record) =>
        record.Status.IsQueued ? "queued"
        : record.Status.IsRunning ? "running"
        : IsSuccess(record) ? "succeeded"
        : record.Status.IsCancelled ? "cancelled"
        : record.Status.IsFinal ? "failed"
        : "unknown";
}
