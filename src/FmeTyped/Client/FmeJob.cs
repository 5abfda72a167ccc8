using System.Text;

namespace FmeTyped;

/// <summary>
/// A handle to a job on the server. It holds the id and no state, so it can be made anew from the id at any time, in another process too.
/// </summary>
public sealed class FmeJob
{
    private readonly IFmeFlowApi _api;
    private readonly JobWaiter _waiter;

    internal FmeJob(long id, IFmeFlowApi api, JobWaiter waiter)
    {
        Id = id;
        _api = api;
        _waiter = waiter;
    }

    /// <summary>The job's id on its server.</summary>
    public long Id { get; }

    /// <summary>Reads where the job stands.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer.</exception>
    public Task<FmeJobRecord> GetRecordAsync(CancellationToken cancellationToken = default) =>
        _api.GetRecordAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits until the job has ended.</summary>
    /// <remarks>
    /// Looks at the job in growing intervals. A server that cannot be reached for a few looks in a row is borne with, within the
    /// time limit. A cancelled token stops the waiting and not the job, unless the options ask for that.
    /// </remarks>
    /// <param name="options">How to wait; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer.</exception>
    public Task<FmeJobResult> WaitAsync(FmeWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        _waiter.WaitAsync(Id, options, cancellationToken);

    /// <summary>Cancels the job, whether it is queued or running.</summary>
    /// <param name="cancellationToken">Stops the call; whether the job was cancelled is then not known.</param>
    /// <returns>Whether there was anything to cancel.</returns>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public Task<FmeCancelOutcome> CancelAsync(CancellationToken cancellationToken = default) => _api.CancelAsync(Id, cancellationToken);

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
    public IAsyncEnumerable<string> ReadLogLinesAsync(CancellationToken cancellationToken = default) => _api.ReadLogLinesAsync(Id, cancellationToken);

    /// <summary>Reads from the job's log what was written.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The "Features Written Summary"; null where the log has none, as of a job that failed or runs.</returns>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public Task<FmeFeatureSummary?> GetFeatureSummaryAsync(CancellationToken cancellationToken = default) =>
        FeatureSummaryReader.ReadAsync(_api.ReadLogLinesAsync(Id, cancellationToken));

    /// <summary>The id in words.</summary>
    public override string ToString() => $"Job {Id}";
}
