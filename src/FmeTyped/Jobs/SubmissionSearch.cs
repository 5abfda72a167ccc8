namespace FmeTyped;

/// <summary>The result of a search for a submission whose response was lost.</summary>
internal sealed class SubmissionSearch
{
    private SubmissionSearch(FmeJob? job, bool isUnknown, string reason) => (Job, IsUnknown, Reason) = (job, isUnknown, reason);

    /// <summary>The job; null if there is none, or if that is not known.</summary>
    public FmeJob? Job { get; }

    /// <summary>Whether it is still not known if there is a job.</summary>
    public bool IsUnknown { get; }

    /// <summary>The reason for the result, in words.</summary>
    public string Reason { get; }

    public static SubmissionSearch Found(FmeJob job) => new(job, isUnknown: false, $"job {job.Id} has the key.");

    public static SubmissionSearch Absent(string reason) => new(job: null, isUnknown: false, reason);

    public static SubmissionSearch Unknown(string reason) => new(job: null, isUnknown: true, reason);
}
