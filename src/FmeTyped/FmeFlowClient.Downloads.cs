namespace FmeTyped;

/// <content>Results: downloads of the data download service, and data of the data streaming service.</content>
public partial class FmeFlowClient
{
    /// <summary>
    /// Runs a workspace and opens the zip archive of what it wrote: submits a job for download, waits until it has ended, and fetches the result.
    /// </summary>
    /// <remarks>As with <see cref="RunAsync(IFmeRequest, FmeRunOptions?, CancellationToken)"/>, the job's id is known before the wait starts.</remarks>
    /// <param name="request">What to run. Its workspace has to be registered for the data download service.</param>
    /// <param name="options">
    /// How to run it and how to wait; null for the defaults. A failed job has no result, so <see cref="FmeWaitOptions.ThrowOnFailure"/> cannot be false.
    /// </param>
    /// <param name="cancellationToken">Stops the submitting and the waiting, and afterwards the reading of the result.</param>
    /// <returns>The result, to be disposed of.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The service lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job failed.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files.</exception>
    /// <exception cref="FmeResultTooLargeException">The result is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeDownload> DownloadAsync(
        IFmeDataDownloadRequest request, FmeRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        options ??= SubmissionFactory.NoOptions;
        FmeWaitOptionsValidation.CheckForResult(options.Wait);
        cancellationToken.ThrowIfCancellationRequested();

        // As in RunAsync: the client can only cancel a job whose id it knows.
        CancellationToken submitToken = options.Wait is { CancelJobOnCancellation: true } ? CancellationToken.None : cancellationToken;
        using var traced = _jobs.Telemetry.Download(request.Descriptor.Repository, request.Descriptor.Workspace);
        try
        {
            // Waiting needs the server's version. If that cannot be read, nothing is submitted; otherwise a job would exist whose id no error names.
            await _jobs.Jobs.ForAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
            FmeJob job = await _submitter.SubmitDownloadAsync(request, options, submitToken).ConfigureAwait(false);
            traced.SetJob(job.Id);
            return await job.OpenResultAsync(options.Wait, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
    }

    /// <inheritdoc cref="DownloadAsync(IFmeDataDownloadRequest, FmeRunOptions?, CancellationToken)"/>
    public Task<FmeDownload> DownloadAsync(IFmeDataDownloadRequest request, CancellationToken cancellationToken) =>
        DownloadAsync(request, options: null, cancellationToken);

    /// <summary>
    /// Submits a job whose result can be downloaded, and returns at once. <c>FmeJob.OpenResultAsync</c> opens the result, here or in another process.
    /// </summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data download service.</param>
    /// <param name="options">
    /// How to run it; null for the defaults. <see cref="FmeRunOptions.Wait"/> is refused: give it to <c>FmeJob.OpenResultAsync</c>.
    /// </param>
    /// <param name="cancellationToken">Stops the submitting. Once the request is under way, a job may exist anyway, with an unknown id.</param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The service lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeNotFoundException">The server does not know the workspace, or it is not registered for the service.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual Task<FmeJob> SubmitDownloadAsync(
        IFmeDataDownloadRequest request, FmeRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        FmeRunOptionsValidation.CheckForSubmit(options);
        return _submitter.SubmitDownloadAsync(request, options ?? SubmissionFactory.NoOptions, cancellationToken);
    }

    /// <inheritdoc cref="SubmitDownloadAsync(IFmeDataDownloadRequest, FmeRunOptions?, CancellationToken)"/>
    public Task<FmeJob> SubmitDownloadAsync(IFmeDataDownloadRequest request, CancellationToken cancellationToken) =>
        SubmitDownloadAsync(request, options: null, cancellationToken);

    /// <summary>
    /// Runs a workspace and opens what it wrote, in one request whose response arrives when the job has ended. For short jobs;
    /// <see cref="DownloadAsync(IFmeDataDownloadRequest, FmeRunOptions?, CancellationToken)"/> is the better choice for all others, because here the job's id
    /// is never known.
    /// </summary>
    /// <param name="request">What to run. Its workspace has to be registered for the data streaming service.</param>
    /// <param name="options">
    /// How to run it, and <see cref="FmeRunOptions.SourceData"/> for the workspace to read; null for the defaults. Of the wait options,
    /// <see cref="FmeWaitOptions.Timeout"/> applies, until the data starts to arrive; progress and cancelling need the job's id and are refused.
    /// </param>
    /// <param name="cancellationToken">
    /// Stops the call, and afterwards the reading of the data. Once the request is under way, a job may run anyway.
    /// </param>
    /// <returns>The data, to be disposed of.</returns>
    /// <exception cref="ArgumentException">
    /// An option is invalid, or the wait options ask for progress, for cancelling the job, or for a failure as a result.
    /// </exception>
    /// <exception cref="FmeNotSupportedException">The service lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job failed.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files.</exception>
    /// <exception cref="FmeResultTooLargeException">The data is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeSubmissionUnknownException">The response was lost or did not arrive in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual Task<FmeDownload> StreamAsync(
        IFmeDataStreamingRequest request, FmeRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= SubmissionFactory.NoOptions;
        FmeWaitOptionsValidation.CheckForStream(options.Wait);
        return _submitter.StreamAsync(request, options, cancellationToken);
    }

    /// <inheritdoc cref="StreamAsync(IFmeDataStreamingRequest, FmeRunOptions?, CancellationToken)"/>
    public Task<FmeDownload> StreamAsync(IFmeDataStreamingRequest request, CancellationToken cancellationToken) =>
        StreamAsync(request, options: null, cancellationToken);
}
