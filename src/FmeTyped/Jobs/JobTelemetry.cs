using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Reports jobs that end: in the activity, as metrics, and in the log.</summary>
internal static class JobTelemetry
{
    /// <summary>Records in an activity how its job ended. A failed job is an error, even if nothing is thrown.</summary>
    public static void SetResult(this TracedOperation traced, FmeJobResult result) =>
        traced.SetJobEnd(result.Id, WordOf(result.Status), result.Status.Text, result.Succeeded ? null : typeof(FmeJobFailedException).FullName);

    /// <summary>Counts and logs the end of a job that the client waited for.</summary>
    public static void Ended(FmeMetrics metrics, ILogger logger, FmeJobResult result, string? repository, string? workspace)
    {
        metrics.JobEnded(
            WordOf(result.Status),
            result.Status.Text,
            result.Succeeded,
            queueTime: result.TimeStarted - result.TimeQueued,
            runTime: result.TimeFinished - result.TimeStarted,
            duration: result.TimeFinished - result.TimeQueued,
            repository,
            workspace);
        if (result.Succeeded)
        {
            Log.JobSucceeded(logger, result.Id, result.Status.Text);
        }
        else
        {
            Log.JobFailed(logger, result.Id, result.Status.Text);
        }
    }

    // The same in each version of the REST API.
    private static string WordOf(FmeJobStatus status) => status switch
    {
        { IsSuccess: true } => "success",
        { IsFailure: true } => "failure",
        { IsCancelled: true } => "cancelled",
        _ => "_OTHER", // As OpenTelemetry writes a value outside of a closed set.
    };
}
