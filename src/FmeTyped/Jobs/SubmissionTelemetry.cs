using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>What is told of submissions: a count and a log line each, beside their activity.</summary>
internal static class SubmissionTelemetry
{
    public const string Submit = "submit";
    public const string Transact = "transact";
    public const string Stream = "stream";

    /// <summary>Tells of a submission that the server took.</summary>
    /// <param name="operation">One of the constants.</param>
    /// <param name="submission">The submission.</param>
    public static void Succeeded(string operation, Submission submission) =>
        FmeMetrics.Submitted(operation, submission.Repository, submission.Workspace, failure: null);

    /// <summary>Tells of a submission that failed, and lets its exception pass: the filter of a <c>catch</c>. A job that failed was submitted well.</summary>
    /// <returns>False.</returns>
    public static bool Notes(string operation, ILogger logger, Submission submission, TracedOperation traced, Exception exception)
    {
        if (exception is FmeJobFailedException failed)
        {
            traced.SetResult(failed.Result);
            Succeeded(operation, submission);
            return false;
        }

        FmeMetrics.Submitted(operation, submission.Repository, submission.Workspace, exception);
        if (exception is FmeSubmissionUnknownException or FmeOperationCanceledException { Submission: not null })
        {
            Log.SubmissionUnknown(logger, submission.Name, TelemetryTags.ErrorTypeOf(exception));
        }

        return traced.Notes(exception);
    }
}
