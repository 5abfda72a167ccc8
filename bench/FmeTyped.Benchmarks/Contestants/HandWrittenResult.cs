namespace FmeTyped.Benchmarks.Contestants;

/// <summary>How a job ended: the facts of <c>FmeJobResult</c>.</summary>
internal sealed class HandWrittenResult
{
    public required long Id { get; init; }

    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public long? FeatureCount { get; init; }

    public long? WarningCount { get; init; }

    public long? ErrorCount { get; init; }

    public DateTimeOffset? TimeQueued { get; init; }

    public DateTimeOffset? TimeStarted { get; init; }

    public DateTimeOffset? TimeFinished { get; init; }
}
