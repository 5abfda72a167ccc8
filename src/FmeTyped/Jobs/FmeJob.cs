using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>
/// A handle to a job on the server. It has the id but no state, so it can be recreated from the id or from <see cref="ToHandle"/> at any time, in another
/// process too.
/// </summary>
/// <remarks>In unit tests, a mocking library or a derived class can override its members; a member that is not overridden throws and says so.</remarks>
public partial class FmeJob
{
    private const int LongestLog = 100_000_000;

    private readonly FmeJobHandle _handle;
    private readonly JobServices? _services;

    /// <summary>A job without a server, for a mocking library or a derived class: a member that is not overridden throws and says so.</summary>
    protected FmeJob() => _handle = new FmeJobHandle { ServerUrl = new Uri("https://fme.invalid"), Id = 1 };

    internal FmeJob(FmeJobHandle handle, JobServices services)
    {
        _handle = handle;
        _services = services;
    }

    /// <summary>The workspace of the job's request, which knows the secret parameters; null if only the job's handle is known.</summary>
    internal FmeWorkspaceDescriptor? Descriptor { get; init; }

    /// <summary>The job's id on its server.</summary>
    public virtual long Id => _handle.Id;

    /// <summary>The key that was sent with the submission; null if this library did not submit the job, or the handle was made from the id alone.</summary>
    public virtual string? CorrelationKey => _handle.CorrelationKey;

    /// <summary>Gets all that must be stored to go on with the job in another process, with <c>FmeFlowClient.Resume</c>.</summary>
    public virtual FmeJobHandle ToHandle() => _handle;

    /// <summary>Gets the job's record, with its current status.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FmeJobPurgedException">The server had the record and no longer has it.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual async Task<FmeJobRecord> GetRecordAsync(CancellationToken cancellationToken = default)
    {
        IJobApi api = await ApiAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
        return await PurgedIfGoneAsync(api.GetRecordAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Waits until the job has ended.</summary>
    /// <remarks>
    /// Polls the job at growing intervals, and continues within the time limit if a few polls in a row fail to reach the server. A cancelled
    /// token stops the wait and not the job, unless the options ask for that. Files that were uploaded for the job are deleted after its end.
    /// </remarks>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="FmeJobFailedException">The job failed, and the options do not ask to return that.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeJobPurgedException">The server had the job's record and no longer has it, so its end is not known.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual Task<FmeJobResult> WaitAsync(FmeWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        Uploads is { } uploads ? WaitAndCleanUpAsync(uploads, options, cancellationToken) : Server.Waiter.WaitAsync(_handle, options, cancellationToken);

    /// <inheritdoc cref="WaitAsync(FmeWaitOptions?, CancellationToken)"/>
    public Task<FmeJobResult> WaitAsync(CancellationToken cancellationToken) => WaitAsync(options: null, cancellationToken);

    /// <summary>Watches the job: returns its record now, and then each time its status has changed, until it has ended.</summary>
    /// <remarks>A failed job is the last record, not an error. A status that appears only between two polls is not seen.</remarks>
    /// <param name="options">How to poll; null for the defaults. Cancelling the job and a minimum of features need <c>WaitAsync</c> and are refused.</param>
    /// <param name="cancellationToken">Stops watching, but not the job.</param>
    /// <exception cref="ArgumentException">The options ask for what watching cannot do.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeJobPurgedException">The server had the job's record and no longer has it, so its end is not known.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual IAsyncEnumerable<FmeJobRecord> WatchAsync(FmeWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        FmeWaitOptionsValidation.CheckForWatch(options);
        return Server.Waiter.WatchAsync(_handle, options, cancellationToken);
    }

    /// <inheritdoc cref="WatchAsync(FmeWaitOptions?, CancellationToken)"/>
    public IAsyncEnumerable<FmeJobRecord> WatchAsync(CancellationToken cancellationToken) => WatchAsync(options: null, cancellationToken);

    /// <summary>Cancels the job, whether it is queued or running. A cancelled job ends soon, with the status of a cancelled job.</summary>
    /// <param name="cancellationToken">Stops the call; whether the job was cancelled is then not known.</param>
    /// <returns>True if the server accepted it; false if the job had ended already, so there was nothing to cancel.</returns>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual async Task<bool> CancelAsync(CancellationToken cancellationToken = default)
    {
        IJobApi api = await ApiAsync(FirstV4Build.ForCancel, cancellationToken).ConfigureAwait(false);
        return await PurgedIfGoneAsync(api.CancelAsync(Id, cancellationToken)).ConfigureAwait(false) == CancelOutcome.Requested;
    }

    /// <summary>Deletes the job's record and log from the server, once the job has ended. Only with REST API version 4.</summary>
    /// <param name="cancellationToken">Stops the call; whether the record was deleted is then not known.</param>
    /// <exception cref="FmeNotSupportedException">The server's REST API cannot delete records.</exception>
    /// <exception cref="FmeJobPurgedException">The record was deleted already.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    /// <exception cref="FmeException">The server refused, as it may do while the job runs.</exception>
    public virtual async Task DeleteAsync(CancellationToken cancellationToken = default)
    {
        IJobApi api = await ApiAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
        await PurgedIfGoneAsync(Deleted()).ConfigureAwait(false);

        async Task<bool> Deleted()
        {
            await api.DeleteAsync(Id, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Gets the request of the job, as the server reports it.</summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="FmeValidationException">The values do not fit the current type; the exception lists all errors.</exception>
    /// <exception cref="FmeNotSupportedException">The server does not report the job's parameters.</exception>
    /// <exception cref="FmeJobPurgedException">The server had the job's record and no longer has it.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual async Task<TRequest> GetRequestAsync<TRequest>(CancellationToken cancellationToken = default)
        where TRequest : class, IFmeRequest<TRequest>
    {
        IReadOnlyDictionary<string, FmeParameterValue> parameters = await GetParametersAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new FmeNotSupportedException(
                $"Could not read the request of job {Id}: the server does not report the job's parameters.", ErrorContext.ReadingJob(Id));
        return TRequest.TryRead(parameters, out TRequest? request, out IReadOnlyList<FmeValidationError> errors)
            ? request
            : throw new FmeValidationException(
                $"Could not read the request of job {Id}: its parameters do not fit {TRequest.Descriptor} as it is described now.", errors,
                ErrorContext.ReadingJob(Id));
    }

    /// <summary>
    /// Explains why the job ended as it did: status, first error, last lines of the log, parameters. Secrets are masked by their names, and for a job
    /// that this client submitted, also by its workspace.
    /// </summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FmeJobPurgedException">The server had the job's record and no longer has it.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual Task<FmeJobExplanation> ExplainAsync(CancellationToken cancellationToken = default) => ExplainAsync(Descriptor, cancellationToken);

    /// <summary>Explains why the job ended as it did, and also masks the secrets that the request type knows.</summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FmeJobPurgedException">The server had the job's record and no longer has it.</exception>
    /// <exception cref="FmeNotFoundException">The server has no record of the job.</exception>
    public virtual Task<FmeJobExplanation> ExplainAsync<TRequest>(CancellationToken cancellationToken = default)
        where TRequest : class, IFmeRequest<TRequest> => ExplainAsync(TRequest.Descriptor, cancellationToken);

    /// <summary>Gets the job's log as one text. Each line ends with a line feed. For a long log use <see cref="ReadLogLinesAsync"/>.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    /// <exception cref="FmeException">The log has more than a hundred million characters, or cannot be read; the derived type says why.</exception>
    public virtual async Task<string> GetLogAsync(CancellationToken cancellationToken = default)
    {
        var log = new StringBuilder();
        await foreach (string line in ReadLogLinesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (log.Length + line.Length >= LongestLog)
            {
                ErrorContext context = ErrorContext.ReadingLog(Id);
                throw new FmeException(
                    $"Could not {context.Operation} as one text: it has more than {LongestLog} characters. Use {nameof(ReadLogLinesAsync)} instead.",
                    context);
            }

            log.Append(line).Append('\n');
        }

        return log.ToString();
    }

    /// <summary>Reads the job's log line by line, as it arrives.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public virtual async IAsyncEnumerable<string> ReadLogLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (string line in ReadRawLogAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return Redacted(line);
        }
    }

    /// <summary>Reads the job's log entry by entry: as parsed by the server on newer servers, and as parsed from its lines on older ones.</summary>
    /// <param name="minimum">The lowest level that is returned; <see cref="LogLevel.Trace"/> returns every line.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public virtual async IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(
        LogLevel minimum = LogLevel.Trace, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IJobApi api = await ApiAsync(FirstV4Build.ForLog, cancellationToken).ConfigureAwait(false);
        await foreach (FmeLogEntry entry in api.ReadLogEntriesAsync(Id, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Level >= minimum)
            {
                yield return entry.WithMessage(Redacted(entry.Message));
            }
        }
    }

    /// <summary>Gets how many features of each feature type the job wrote, from the "Features Written Summary" of its log.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The numbers by feature type; null if the log has no summary, for example because the job failed or is still running.</returns>
    /// <exception cref="FmeNotFoundException">The server has no log of the job.</exception>
    public virtual async Task<IReadOnlyDictionary<string, long>?> GetFeatureCountsAsync(CancellationToken cancellationToken = default) =>
        (await FeatureSummaryReader.ReadAsync(ReadRawLogAsync(cancellationToken), Redacted).ConfigureAwait(false))?.Counts;

    /// <summary>Deletes what was uploaded for the job, which has ended.</summary>
    internal Task CleanUpAsync() => Uploads is { } uploads ? Server.Uploader.RemoveAsync(uploads) : Task.CompletedTask;

    /// <summary>The id in words.</summary>
    public override string ToString() => $"Job {Id}";

    private UploadedFolder? Uploads => UploadedFolder.TryParse(_handle.UploadFolder, out UploadedFolder? uploads) ? uploads : null;

    private JobServices Server => _services ?? throw new InvalidOperationException(
        $"This {GetType().Name} has no server, because it was made without one. Replace the member that the test calls, or use an FmeFlowEmulator.");

    private ValueTask<IJobApi> ApiAsync(int firstV4Build, CancellationToken cancellationToken) => Server.Jobs.ForAsync(firstV4Build, cancellationToken);

    // A job that may still run needs its files.
    private async Task<FmeJobResult> WaitAndCleanUpAsync(UploadedFolder uploads, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            FmeJobResult result = await Server.Waiter.WaitAsync(_handle, options, cancellationToken).ConfigureAwait(false);
            await Server.Uploader.RemoveAsync(uploads).ConfigureAwait(false);
            return result;
        }
        catch (FmeJobFailedException)
        {
            await Server.Uploader.RemoveAsync(uploads).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<FmeJobExplanation> ExplainAsync(FmeWorkspaceDescriptor? workspace, CancellationToken cancellationToken)
    {
        FmeJobRecord record = await GetRecordAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, FmeParameterValue>? parameters = record.PublishedParameters
            ?? await GetParametersAsync(cancellationToken).ConfigureAwait(false);
        return await JobExplainer.ExplainAsync(record, parameters, ReadRawLogAsync(cancellationToken), workspace, Server.Redactor).ConfigureAwait(false);
    }

    // Counts and severities must be read from the original log, because a secret may be a number.
    private async IAsyncEnumerable<string> ReadRawLogAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IJobApi api = await ApiAsync(FirstV4Build.ForLog, cancellationToken).ConfigureAwait(false);
        await foreach (string line in api.ReadLogLinesAsync(Id, cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    private string Redacted(string text) => Server.Redactor.Redact(text, Id);

    private async Task<IReadOnlyDictionary<string, FmeParameterValue>?> GetParametersAsync(CancellationToken cancellationToken)
    {
        IJobApi api = await ApiAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
        return await PurgedIfGoneAsync(api.GetParametersAsync(Id, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<T> PurgedIfGoneAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (FmeNotFoundException missing) when (_handle.IsOfSubmission && missing.IsServersOwn)
        {
            throw FmeJobPurgedException.From(Id, missing);
        }
    }
}
