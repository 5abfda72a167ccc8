using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Reports submissions: as a metric and in the log, beside their activity.</summary>
internal static class SubmissionTelemetry
{
    public const string Submit = "submit";
    public const string Transact = "transact";
    public const string Stream = "stream";

    /// <summary>Reports a submission that the server took.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="operation">One of the constants.</param>
    /// <param name="submission">The submission.</param>
    public static void Succeeded(FmeMetrics metrics, string operation, Submission submission) =>
        metrics.Submitted(operation, submission.Repository, submission.Workspace, failure: null);

    /// <summary>Reports a submission that failed. A failed job is still a successful submission.</summary>
    public static void Failed(
        FmeMetrics metrics, string operation, ILogger logger, Submission submission, TracedOperation traced, Exception exception)
    {
        try
        {
            Report(metrics, operation, logger, submission, traced, exception);
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            // A logger or a listener that fails must not hide why the submission failed.
        }
    }

    private static void Report(
        FmeMetrics metrics, string operation, ILogger logger, Submission submission, TracedOperation traced, Exception exception)
    {
        if (exception is FmeJobFailedException failed)
        {
            traced.SetResult(failed.Result);
            Succeeded(metrics, operation, submission);
            return;
        }

        metrics.Submitted(operation, submission.Repository, submission.Workspace, exception);
        if (exception is FmeSubmissionUnknownException or FmeOperationCanceledException { Submission: not null })
        {
            Log.SubmissionUnknown(logger, submission.Name, TelemetryTags.ErrorTypeOf(exception));
        }

        traced.Notes(exception);
    }
}
