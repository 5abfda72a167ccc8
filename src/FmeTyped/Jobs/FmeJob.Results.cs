namespace FmeTyped;

/// <content>The job's results for download.</content>
public partial class FmeJob
{
    /// <summary>Waits until the job has ended, and opens what it wrote. The job must come from <c>SubmitDownloadAsync</c>, in this process or
    /// another.</summary>
    /// <remarks>
    /// The token is sent to the server's own address only, and redirects are not followed. A result on another host is fetched without it, and never over
    /// http if
    /// the server's address is https. See <see cref="FmeFlowOptions.InternalHosts"/>.
    /// </remarks>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait, and then reading the result.</param>
    /// <exception cref="FmeJobFailedException">The job failed.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeNoResultException">The job wrote no files, was not submitted for download, or the server has removed the result.</exception>
    /// <exception cref="FmeResultTooLargeException">The result is larger than <see cref="FmeFlowOptions.MaximumResultSize"/>.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer has it.</exception>
    public virtual async Task<FmeDownload> OpenResultAsync(FmeWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        FmeWaitOptionsValidation.CheckForResult(options);
        await WaitAsync(options, cancellationToken).ConfigureAwait(false);
        FmeJobRecord record = await GetRecordAsync(cancellationToken).ConfigureAwait(false);
        return await Server.Services.OpenResultAsync(record, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="OpenResultAsync(FmeWaitOptions?, CancellationToken)"/>
    public Task<FmeDownload> OpenResultAsync(CancellationToken cancellationToken) => OpenResultAsync(options: null, cancellationToken);
}
