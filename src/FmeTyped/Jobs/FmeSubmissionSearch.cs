using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>What came of looking for a submission whose answer was lost.</summary>
public sealed record FmeSubmissionSearch
{
    private FmeSubmissionSearch(FmeSubmissionOutcome outcome, string reason, FmeJob? job = null)
    {
        Outcome = outcome;
        Reason = reason;
        Job = job;
    }

    /// <summary>The answer.</summary>
    public FmeSubmissionOutcome Outcome { get; }

    /// <summary>Whether the job was found.</summary>
    [MemberNotNullWhen(true, nameof(Job))]
    public bool IsFound => Job is not null;

    /// <summary>The job; null where it was not found.</summary>
    public FmeJob? Job { get; }

    /// <summary>What the answer rests on, in words.</summary>
    public string Reason { get; }

    /// <summary>The answer and its reason.</summary>
    public override string ToString() => $"{Outcome}: {Reason}";

    internal static FmeSubmissionSearch Found(FmeJob job) => new(FmeSubmissionOutcome.Found, $"job {job.Id} has the key.", job);

    internal static FmeSubmissionSearch Absent(string reason) => new(FmeSubmissionOutcome.Absent, reason);

    internal static FmeSubmissionSearch CannotTell(string reason) => new(FmeSubmissionOutcome.CannotTell, reason);
}
