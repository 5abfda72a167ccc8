namespace FmeTyped;

/// <summary>What one look at a job showed.</summary>
/// <param name="Status">Where the job stands.</param>
/// <param name="Record">All that the server told; null where nobody wants more than the result.</param>
/// <param name="Result">How the job ended, where that is all that was read.</param>
internal readonly record struct JobSnapshot(FmeJobStatus Status, FmeJobRecord? Record, FmeJobResult? Result)
{
    /// <summary>How the job ended, as far as it did.</summary>
    public FmeJobResult ToResult() => Result ?? FmeJobResult.From(Record!);
}
