namespace FmeTyped.Testing;

/// <summary>The status words of v4: the OpenAPI document. That both kinds of failure are <c>failure</c> is A035.</summary>
internal static class V4JobStatus
{
    /// <summary>All words.</summary>
    public static readonly IReadOnlyList<string> Words = ["queued", "running", "success", "failure", "cancelled"];

    public static string Word(JobStatus status) => status switch
    {
        JobStatus.Queued => "queued",
        JobStatus.Running => "running",
        JobStatus.Succeeded => "success",
        JobStatus.Failed or JobStatus.CouldNotRun => "failure",
        JobStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a job."),
    };
}
