namespace FmeTyped;

/// <summary>The result of a search for a submission whose response was lost.</summary>
internal sealed class SubmissionSearch
{
    /// <summary>The server has no job of this submission.</summary>
    public static SubmissionSearch Absent { get; } = new();

    /// <summary>The job; null if there is none, or if that is not known.</summary>
    public FmeJob? Job { get; private init; }

    /// <summary>Why it is still not known if there is a job; null if it is known.</summary>
    public string? UnknownReason { get; private init; }

    public static SubmissionSearch Found(FmeJob job) => new() { Job = job };

    public static SubmissionSearch Unknown(string reason) => new() { UnknownReason = reason };
}
