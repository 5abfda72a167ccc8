using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>
/// Checks and sends a request, in each of the four ways to submit. Its local files are uploaded first, and deleted if no job
/// needs them. No error says "not submitted" if that is not known.
/// </summary>
internal sealed class Submitter(SubmissionFactory submissions, SubmissionUploads uploads, JobServices server, ILogger logger)
{
    private readonly AssignedJobIds _ids = new();

    /// <summary>Submits a job with the REST API.</summary>
    public async Task<FmeJob> SubmitAsync(IFmeRequest request, FmeRunOptions options, CancellationToken cancellationToken)
    {
        Submission submission = submissions.New(request, options, ErrorContext.Submitting);
        if (submission.HasLocalFiles)
        {
            submission = await UploadAsync(submission, cancellationToken).ConfigureAwait(false);
        }

        using var traced = server.Telemetry.Submit(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            IJobApi api = await server.Jobs.ForAsync(FirstV4Build.ForSubmit, cancellationToken).ConfigureAwait(false);
            long id = await api.SubmitAsync(submission, cancellationToken).ConfigureAwait(false);
            return Submitted(submission, id, traced);
        }
        catch (Exception exception)
        {
            await FailAsync(SubmissionTelemetry.Submit, submission, traced, exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Submits a job whose result can be downloaded, with the data download service.</summary>
    public async Task<FmeJob> SubmitDownloadAsync(IFmeDataDownloadRequest request, FmeRunOptions options, CancellationToken cancellationToken)
    {
        Submission submission = submissions.New(request, options, ErrorContext.SubmittingDownload);
        if (submission.HasLocalFiles)
        {
            submission = await UploadAsync(submission, cancellationToken).ConfigureAwait(false);
        }

        using var traced = server.Telemetry.Submit(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            return Submitted(submission, await server.Services.SubmitDownloadAsync(submission, cancellationToken).ConfigureAwait(false), traced);
        }
        catch (Exception exception)
        {
            await FailAsync(SubmissionTelemetry.Submit, submission, traced, exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a workspace with the server's transact call.</summary>
    public async Task<FmeJobResult> TransactAsync(IFmeRequest request, FmeRunOptions options, CancellationToken cancellationToken)
    {
        Submission submission = submissions.New(request, options, ErrorContext.Transacting);
        if (submission.HasLocalFiles)
        {
            submission = await UploadAsync(submission, cancellationToken).ConfigureAwait(false);
        }

        using var traced = server.Telemetry.Transact(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            FmeJobResult result = await server.Waiter.TransactAsync(submission, cancellationToken).ConfigureAwait(false);
            traced.SetResult(result);
            SubmissionTelemetry.Succeeded(server.Telemetry.Metrics, SubmissionTelemetry.Transact, submission);
            await uploads.RemoveAsync(submission).ConfigureAwait(false);
            return result;
        }
        catch (Exception exception)
        {
            await FailAsync(SubmissionTelemetry.Transact, submission, traced, exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a workspace and opens what it wrote, with the data streaming service.</summary>
    public async Task<FmeDownload> StreamAsync(IFmeDataStreamingRequest request, FmeRunOptions options, CancellationToken cancellationToken)
    {
        Submission submission = submissions.New(request, options, ErrorContext.Streaming, takesSourceData: true);
        if (submission.HasLocalFiles)
        {
            submission = await UploadAsync(submission, cancellationToken).ConfigureAwait(false);
        }

        using var traced = server.Telemetry.Stream(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            FmeDownload data = await server.Services.StreamAsync(submission, cancellationToken).ConfigureAwait(false);
            SubmissionTelemetry.Succeeded(server.Telemetry.Metrics, SubmissionTelemetry.Stream, submission);
            await uploads.RemoveAsync(submission).ConfigureAwait(false);
            return data;
        }
        catch (Exception exception)
        {
            await FailAsync(SubmissionTelemetry.Stream, submission, traced, exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private Task<Submission> UploadAsync(Submission submission, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // Otherwise an upload that never started would be cleaned up.
        return uploads.UploadAsync(submission, cancellationToken);
    }

    private FmeJob Submitted(Submission submission, long id, TracedOperation traced)
    {
        traced.SetJob(id);
        SubmissionTelemetry.Succeeded(server.Telemetry.Metrics, SubmissionTelemetry.Submit, submission);
        if (logger.IsEnabled(LogLevel.Information))
        {
            Log.Submitted(logger, submission.Name, id);
        }

        // A cache's answer, or that of a server that was set up anew and counts from the start. The job's record tells, by its key.
        if (logger.IsEnabled(LogLevel.Warning) && !_ids.Add(id))
        {
            Log.JobIdRepeated(logger, submission.Name, id);
        }

        var handle = new FmeJobHandle
        {
            ServerUrl = server.ServerUrl,
            Id = id,
            Repository = submission.Repository,
            Workspace = submission.Workspace,
            CorrelationKey = submission.CorrelationKey,
            TimeSubmitted = submission.TimeSent,
            UploadFolder = submission.UploadFolder?.ToString(),
        };
        return new FmeJob(handle, server) { Descriptor = submission.Request.Descriptor };
    }

    /// <summary>
    /// Reports a failed submission, and deletes the uploads that no job needs. If the error does not say whether the server has the submission, one that
    /// does is thrown instead.
    /// </summary>
    private async Task FailAsync(string operation, Submission submission, TracedOperation traced, Exception exception, CancellationToken cancellationToken)
    {
        SubmissionTelemetry.Failed(server.Telemetry.Metrics, operation, logger, submission, traced, exception);
        if (IsOutcomeUnknown(submission, exception))
        {
            throw Unknown(submission, exception, cancellationToken);
        }

        if (!MayLeaveJob(exception))
        {
            await uploads.RemoveAsync(submission).ConfigureAwait(false);
        }
    }

    // Our own errors say what happened to a submission. Any other error after it was sent, such as a logger's, does not.
    private static bool IsOutcomeUnknown(Submission submission, Exception exception) =>
        submission.MayHaveArrived && exception is not (FmeException or FmeOperationCanceledException);

    // A job that may be running needs its files.
    private static bool MayLeaveJob(Exception exception) =>
        exception is FmeSubmissionUnknownException or FmeWaitTimeoutException or FmeOperationCanceledException { Submission: not null };

    private Exception Unknown(Submission submission, Exception cause, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Submitting(submission);
        IReadOnlyList<SecretText> secrets = submission.FindSecrets();
        SubmissionTrace? trace = submission.Trace;
        if (trace is not null)
        {
            server.Redactor.RememberLost(trace.CorrelationKey, secrets);
        }

        var unknown = new FmeSubmissionUnknownException(
            $"Could not {context.Operation}: it was sent, and then an error occurred that does not say whether the server took it. "
                + SendOnceRequest.MayBeRunning,
            context,
            trace,
            RedactedException.From(cause, text => server.Redactor.Redact(text, others: secrets)));
        return cause is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new FmeOperationCanceledException("The call was cancelled.", unknown, cancellationToken)
            : unknown;
    }
}
