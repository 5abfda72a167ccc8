using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>What is told of submissions: an activity, a count and a log line each.</summary>
internal static class SubmissionTelemetry
{
    /// <summary>The operation of a submission that gives a job.</summary>
    public const string Submit = "submit";

    /// <summary>Tells of a submission that gave a job. One that failed is told of by <see cref="Notes"/>.</summary>
    public static void Submitted(ILogger logger, Submission submission, TracedOperation traced, FmeJob job)
    {
        traced.SetJob(job.Id);
        FmeMetrics.Submitted(Submit, submission.Repository, submission.Workspace, failure: null);
        if (logger.IsEnabled(LogLevel.Information))
        {
            Log.Submitted(logger, submission.Name, job.Id);
        }
    }

    /// <summary>Tells of a submission that the server answers when the job has ended.</summary>
    public static async ValueTask<FmeJobResult> TransactAsync(
        ILogger logger, Submission submission, Func<Submission, CancellationToken, Task<FmeJobResult>> send, CancellationToken cancellationToken)
    {
        using var traced = TracedOperation.Transact(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            FmeJobResult result = await send(submission, cancellationToken).ConfigureAwait(false);
            traced.SetResult(result);
            FmeMetrics.Submitted("transact", submission.Repository, submission.Workspace, failure: null);
            return result;
        }
        catch (Exception exception) when (Notes("transact", logger, submission, traced, exception))
        {
            throw;
        }
    }

    /// <summary>Tells of a submission that the server answers with the data.</summary>
    public static async ValueTask<FmeDownload> StreamAsync(
        ILogger logger, Submission submission, Func<Submission, CancellationToken, Task<FmeDownload>> send, CancellationToken cancellationToken)
    {
        using var traced = TracedOperation.Stream(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            FmeDownload data = await send(submission, cancellationToken).ConfigureAwait(false);
            FmeMetrics.Submitted("stream", submission.Repository, submission.Workspace, failure: null);
            return data;
        }
        catch (Exception exception) when (Notes("stream", logger, submission, traced, exception))
        {
            throw;
        }
    }

    /// <summary>Notes why a submission failed and lets it pass: the filter of a <c>catch</c> that never catches. A job that failed was submitted
    /// well.</summary>
    /// <returns>False.</returns>
    public static bool Notes(string operation, ILogger logger, Submission submission, TracedOperation traced, Exception exception)
    {
        if (exception is FmeJobFailedException failed)
        {
            traced.SetResult(failed.Result);
            FmeMetrics.Submitted(operation, submission.Repository, submission.Workspace, failure: null);
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
