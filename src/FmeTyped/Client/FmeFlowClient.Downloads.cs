using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <content>Results: downloads of the data download service, and data of the data streaming service.</content>
public sealed partial class FmeFlowClient
{
    /// <summary>Runs a workspace and opens the zip archive of what it wrote: submits a job for download, waits until it has ended, and fetches the result.</summary>
    /// <remarks>As with <see cref="RunAsync(IFmeRequest, FmeWaitOptions?, CancellationToken)"/>, the job's id is known before the waiting starts.</remarks>
    /// <param name="request">What to run. Its workspace has to be registered for the data download service.</param>
    /// <param name="wait">How to wait; null for the usual way. A failed job has no result, so <see cref="FmeWaitOptions.ThrowOnFailure"/> cannot be false.</param>
    /// <param name="cancellationToken">Stops the submitting and the waiting, and afterwards the reading of the result.</param>
    /// <returns>The result, to be disposed of.</returns>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files.</exception>
    /// <exception cref="FmeResultTooLargeException">The result is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    [OverloadResolutionPriority(1)]
    public Task<FmeDownload> DownloadAsync(IFmeDataDownloadRequest request, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default) =>
        DownloadAsync(request, SubmissionFactory.NoOptions, wait, cancellationToken);

    /// <summary>Runs a workspace as the options say, and opens the zip archive of what it wrote.</summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data download service.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="wait">How to wait; null for the usual way. A failed job has no result, so <see cref="FmeWaitOptions.ThrowOnFailure"/> cannot be false.</param>
    /// <param name="cancellationToken">Stops the submitting and the waiting, and afterwards the reading of the result.</param>
    /// <returns>The result, to be disposed of.</returns>
    /// <exception cref="ArgumentException">An option is not usable; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The service lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files.</exception>
    /// <exception cref="FmeResultTooLargeException">The result is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async Task<FmeDownload> DownloadAsync(
        IFmeDataDownloadRequest request, FmeRunOptions options, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default)
    {
        ResultWait.Check(wait);
        cancellationToken.ThrowIfCancellationRequested();

        // As in RunAsync: a job that has to be cancelled has to be known.
        CancellationToken submitToken = wait is { CancelJobOnCancellation: true } ? CancellationToken.None : cancellationToken;
        ArgumentNullException.ThrowIfNull(request);
        using var traced = TracedOperation.Download(request.Descriptor.Repository, request.Descriptor.Workspace);
        try
        {
            FmeJob job = await SubmitDownloadAsync(request, options, submitToken).ConfigureAwait(false);
            traced.SetJob(job.Id);
            return await job.OpenResultAsync(wait, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
    }

    /// <summary>Submits a job whose result can be downloaded, and returns at once. <see cref="FmeJob.OpenResultAsync"/> opens the result, here or in another process.</summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data download service.</param>
    /// <param name="cancellationToken">Stops the submitting. Once the request is under way, a job may exist all the same, whose id is not known.</param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeNotFoundException">The server does not know the workspace, or it is not registered for the service.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    [OverloadResolutionPriority(1)]
    public Task<FmeJob> SubmitDownloadAsync(IFmeDataDownloadRequest request, CancellationToken cancellationToken = default) =>
        SubmitDownloadAsync(request, SubmissionFactory.NoOptions, cancellationToken);

    /// <summary>Submits a job whose result can be downloaded, as the options say, and returns at once.</summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data download service.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Stops the submitting. Once the request is under way, a job may exist all the same, whose id is not known.</param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="ArgumentException">An option is not usable; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The service lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeNotFoundException">The server does not know the workspace, or it is not registered for the service.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async Task<FmeJob> SubmitDownloadAsync(IFmeDataDownloadRequest request, FmeRunOptions options, CancellationToken cancellationToken = default) =>
        await _submitter.SubmitAsync(
            request,
            options,
            ErrorContext.SubmittingDownload,
            SendDownloadAsync,
            cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Runs a workspace and opens what it wrote, in one request that is answered when the job has ended. For short jobs;
    /// <see cref="DownloadAsync(IFmeDataDownloadRequest, FmeWaitOptions?, CancellationToken)"/> is the better choice for all others, because here the job's id is never known.
    /// </summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data streaming service.</param>
    /// <param name="wait"><see cref="FmeWaitOptions.Timeout"/>, until the data begins to come. Progress and cancelling the job need its id and are refused.</param>
    /// <param name="cancellationToken">Stops the call, and afterwards the reading of the data. Once the request is under way, a job may run all the same.</param>
    /// <returns>The data, to be disposed of.</returns>
    /// <exception cref="ArgumentException">The options ask for progress, for cancelling the job, or for a failure as a result.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files.</exception>
    /// <exception cref="FmeResultTooLargeException">The data is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeSubmissionUnknownException">The answer was lost or did not come in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    [OverloadResolutionPriority(1)]
    public Task<FmeDownload> StreamAsync(IFmeDataStreamingRequest request, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default) =>
        StreamAsync(request, SubmissionFactory.NoOptions, wait, cancellationToken);

    /// <summary>Runs a workspace as the options say, and opens what it wrote, in one request that is answered when the job has ended.</summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data streaming service.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="wait">As without run options: <see cref="FmeWaitOptions.Timeout"/>.</param>
    /// <param name="cancellationToken">Stops the call, and afterwards the reading of the data. Once the request is under way, a job may run all the same.</param>
    /// <returns>The data, to be disposed of.</returns>
    /// <exception cref="ArgumentException">An option is not usable, or the waiting asks for progress, for cancelling the job, or for a failure as a result.</exception>
    /// <exception cref="FmeNotSupportedException">The service lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files.</exception>
    /// <exception cref="FmeResultTooLargeException">The data is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeSubmissionUnknownException">The answer was lost or did not come in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public Task<FmeDownload> StreamAsync(
        IFmeDataStreamingRequest request, FmeRunOptions options, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default)
    {
        ResultWait.CheckForStream(wait);
        return _submitter.RunAsync(
            request,
            options,
            ErrorContext.Streaming,
            (submission, token) => SubmissionTelemetry.StreamAsync(_logger, submission, (sent, sentToken) => _services.StreamAsync(sent, wait?.Timeout, sentToken), token),
            cancellationToken);
    }

    private async ValueTask<FmeJob> SendDownloadAsync(Submission submission, CancellationToken cancellationToken)
    {
        using var traced = TracedOperation.Submit(submission.Repository, submission.Workspace, submission.Options.Queue);
        try
        {
            DateTimeOffset time = _jobs.TimeProvider.GetUtcNow();
            FmeJob job = NewJob(await _services.SubmitDownloadAsync(submission, cancellationToken).ConfigureAwait(false), submission, time);
            SubmissionTelemetry.Submitted(_logger, submission, traced, job);
            return job;
        }
        catch (Exception exception) when (SubmissionTelemetry.Notes(SubmissionTelemetry.Submit, _logger, submission, traced, exception))
        {
            throw;
        }
    }
}
