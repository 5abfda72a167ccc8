using System.Runtime.CompilerServices;
using System.Text;

namespace FmeTyped;

/// <summary>
/// A handle to a job on the server. It holds the id and no state, so it can be made anew from the id at any time, in another process too.
/// </summary>
public sealed partial class FmeJob
{
    private readonly JobServices _services;

    internal FmeJob(long id, JobServices services, UploadedFolder? uploads = null)
    {
        Id = id;
        Uploads = uploads;
        _services = services;
    }

    /// <summary>The job's id on its server.</summary>
    public long Id { get; }

    /// <summary>What was uploaded for the job and goes with its end; null for nothing.</summary>
    internal UploadedFolder? Uploads { get; }

    /// <summary>Reads where the job stands.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer.</exception>
    public async Task<FmeJobRecord> GetRecordAsync(CancellationToken cancellationToken = default)
    {
        IJobApi api = await _services.Jobs.ForAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
        return await api.GetRecordAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until the job has ended.</summary>
    /// <remarks>
    /// Looks at the job in growing intervals. A server that cannot be reached for a few looks in a row is borne with, within the
    /// time limit. A cancelled token stops the waiting and not the job, unless the options ask for that. Files that were uploaded for the job are deleted after its end.
    /// </remarks>
    /// <param name="options">How to wait; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer.</exception>
    public Task<FmeJobResult> WaitAsync(FmeWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        Uploads is null ? _services.Waiter.WaitAsync(Id, options, cancellationToken) : WaitAndCleanUpAsync(Uploads, options, cancellationToken);

    /// <summary>Cancels the job, whether it is queued or running.</summary>
    /// <param name="cancellationToken">Stops the call; whether the job was cancelled is then not known.</param>
    /// <returns>Whether there was anything to cancel.</returns>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public async Task<FmeCancelOutcome> CancelAsync(CancellationToken cancellationToken = default)
    {
        IJobApi api = await _services.Jobs.ForAsync(FirstV4Build.ForCancel, cancellationToken).ConfigureAwait(false);
        return await api.CancelAsync(Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the job's log as one text, whose lines end in a line feed. For a long log use <see cref="ReadLogLinesAsync"/>.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public async Task<string> GetLogAsync(CancellationToken cancellationToken = default)
    {
        var log = new StringBuilder();
        await foreach (string line in ReadLogLinesAsync(cancellationToken).ConfigureAwait(false))
        {
            log.Append(line).Append('\n');
        }

        return log.ToString();
    }

    /// <summary>Reads the job's log line by line, as it arrives.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public async IAsyncEnumerable<string> ReadLogLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IJobApi api = await _services.Jobs.ForAsync(FirstV4Build.ForLog, cancellationToken).ConfigureAwait(false);
        await foreach (string line in api.ReadLogLinesAsync(Id, cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    /// <summary>Reads from the job's log what was written.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The "Features Written Summary"; null where the log has none, as of a job that failed or runs.</returns>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public Task<FmeFeatureSummary?> GetFeatureSummaryAsync(CancellationToken cancellationToken = default) =>
        FeatureSummaryReader.ReadAsync(ReadLogLinesAsync(cancellationToken));

    /// <summary>The id in words.</summary>
    public override string ToString() => $"Job {Id}";

    // A job whose end was not seen may still need its files.
    private async Task<FmeJobResult> WaitAndCleanUpAsync(UploadedFolder uploads, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            FmeJobResult result = await _services.Waiter.WaitAsync(Id, options, cancellationToken).ConfigureAwait(false);
            await _services.Uploader.RemoveAsync(uploads).ConfigureAwait(false);
            return result;
        }
        catch (FmeJobFailedException)
        {
            await _services.Uploader.RemoveAsync(uploads).ConfigureAwait(false);
            throw;
        }
    }
}
