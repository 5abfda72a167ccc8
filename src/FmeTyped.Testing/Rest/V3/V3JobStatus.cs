namespace FmeTyped.Testing;

/// <summary>The status words of v3: fmeflow-cli fixtures, and the FMEFlowJobWaiter page for the failures.</summary>
internal static class V3JobStatus
{
    public static string Word(JobStatus status) => status switch
    {
        JobStatus.Queued => "QUEUED",
        JobStatus.Running => "PULLED",
        JobStatus.Succeeded => "SUCCESS",
        JobStatus.Failed => "FME_FAILURE",
        JobStatus.CouldNotRun => "JOB_FAILURE",
        JobStatus.Cancelled => "ABORTED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a job."),
    };
}
