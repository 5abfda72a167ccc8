using System.Net;

namespace FmeTyped;

/// <summary>
/// Gets the job of one request, exactly once: from the journal, by searching for a submission whose response was lost, or by submitting it
/// if no job can exist.
/// </summary>
/// <param name="submit">Submits a request, once.</param>
/// <param name="services">The services that its job uses.</param>
/// <param name="submissions">Knows the server's names.</param>
/// <param name="options">How; checked.</param>
internal sealed class BatchSubmitter<T>(
    Func<IFmeRequest, FmeRunOptions, CancellationToken, Task<FmeJob>> submit,
    JobServices services,
    SubmissionFactory submissions,
    FmeBatchOptions<T> options) : IDisposable
    where T : IFmeRequest
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly SubmissionFinder _finder = new(services);
    private readonly AssignedJobIds _ids = new(options.Journal?.JobIds ?? []);
    private readonly SemaphoreSlim _requests = new(options.MaximumRequestsInFlight, options.MaximumRequestsInFlight);

    /// <summary>Returns the item with its job, or with the reason why it has none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isStopped">Whether the batch has stopped submitting.</param>
    /// <param name="cancellationToken">The batch's token.</param>
    public async Task<FmeBatchItem<T>> SubmitAsync(FmeBatchItem<T> item, Func<bool> isStopped, CancellationToken cancellationToken)
    {
        JournalEntry? known = options.Journal?.Find(item.Key);
        if (known is { State: JournalState.Submitted, Handle: { } handle })
        {
            return item.WithJob(new FmeJob(handle, services));
        }

        SubmissionTrace? lost = known is { State: JournalState.Intended } ? known.Trace : null;
        FmeBatchItem<T> failed = item.WithOutcome(FmeBatchOutcome.NotSubmitted);
        var deadline = new Deadline(options.Wait?.Timeout ?? services.Waiter.DefaultTimeout, services.TimeProvider);
        for (int attempt = 1; ; attempt++)
        {
            if (lost is not null)
            {
                (FmeJob? found, FmeBatchItem<T>? unknown) = await FindAsync(failed, lost, cancellationToken).ConfigureAwait(false);
                if (found is not null)
                {
                    return item.WithJob(await KeepAsync(item.Key, found).ConfigureAwait(false));
                }

                if (unknown is not null)
                {
                    return unknown;
                }
            }

            if (isStopped() || attempt > MostAttempts)
            {
                await WithdrawAsync(item.Key, lost).ConfigureAwait(false);
                return failed;
            }

            FmeRunOptions run;
            SubmissionTrace trace;
            try
            {
                run = options.RunOptions?.Invoke(item.Request) ?? SubmissionFactory.NoOptions;
                run = run.WithCorrelationKey(run.CorrelationKey ?? SubmissionFactory.NewKey());
                trace = submissions.TraceOf(item.Request, run, services.TimeProvider.GetUtcNow());
            }
            catch (Exception refusal) when (refusal is not OperationCanceledException)
            {
                return failed.WithOutcome(FmeBatchOutcome.NotSubmitted, error: refusal);
            }

            await _requests.WaitAsync(cancellationToken).ConfigureAwait(false);
            FmeJob? job = null;
            try
            {
                await IntendAsync(item.Key, trace, cancellationToken).ConfigureAwait(false);
                (job, failed) = await SendAsync(failed, run, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _requests.Release();
            }

            if (job is not null)
            {
                return item.WithJob(await KeepAsync(item.Key, job).ConfigureAwait(false));
            }

            // Every other error means that nothing was sent or that the server refused it: Submitter guarantees that.
            lost = failed.Error is FmeSubmissionUnknownException ? trace : null;
            if (lost is not null)
            {
                continue;
            }

            if (failed.Error is not FmeServerUnavailableException unavailable || !IsRefusal(unavailable) || attempt == MostAttempts || deadline.IsOver)
            {
                await WithdrawAsync(item.Key, trace).ConfigureAwait(false);
                return failed;
            }

            await deadline.PauseAsync(Deadline.PauseOf(FirstPause * attempt, unavailable.RetryAfter), cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _requests.Dispose();

    private async Task<(FmeJob? Job, FmeBatchItem<T> Failed)> SendAsync(FmeBatchItem<T> failed, FmeRunOptions run, CancellationToken cancellationToken)
    {
        try
        {
            FmeJob job = await submit(failed.Request, run, cancellationToken).ConfigureAwait(false);
            return _ids.Add(job.Id) ? (job, failed) : (null, failed.WithOutcome(FmeBatchOutcome.NotSubmitted, error: GivenBefore(job)));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (null, failed.WithOutcome(FmeBatchOutcome.NotSubmitted, error: failure));
        }
    }

    // Only the key tells which item the job belongs to.
    private static FmeSubmissionUnknownException GivenBefore(FmeJob job)
    {
        FmeJobHandle handle = job.ToHandle();
        ErrorContext context = ErrorContext.Submitting($"{handle.Repository}/{handle.Workspace}");
        return new FmeSubmissionUnknownException(
            $"Could not {context.Operation}: the server answered with job {job.Id}, which is that of another item. {SendOnceRequest.MayBeRunning}",
            context,
            trace: null);
    }

    private async Task<(FmeJob? Found, FmeBatchItem<T>? Unknown)> FindAsync(FmeBatchItem<T> failed, SubmissionTrace lost, CancellationToken cancellationToken)
    {
        try
        {
            SubmissionSearch search = await _finder.FindAsync(lost, cancellationToken).ConfigureAwait(false);
            return search.UnknownReason is { } reason
                ? (null, failed.WithOutcome(FmeBatchOutcome.Unknown, error: Unknown(reason)))
                : (search.Job, null);
        }
        catch (FmeServerUnavailableException unavailable)
        {
            return (null, failed.WithOutcome(FmeBatchOutcome.Unknown, error: Unknown(unavailable.Message)));
        }

        FmeSubmissionUnknownException Unknown(string reason) => new(
            $"It is not known whether {lost.Repository}/{lost.Workspace} was submitted as '{failed.Key}': {Sentence.Ended(reason)} It was not submitted again.",
            ErrorContext.Submitting($"{lost.Repository}/{lost.Workspace}"),
            lost,
            failed.Error);
    }

    // Nothing was sent, or the server is busy: a retry helps. An upload that failed with 500 or 502 is left to the caller.
    private static bool IsRefusal(FmeServerUnavailableException unavailable) =>
        unavailable.StatusCode is null or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private Task IntendAsync(string key, SubmissionTrace trace, CancellationToken cancellationToken) =>
        options.Journal?.WriteAsync(new JournalEntry { Key = key, State = JournalState.Intended, Trace = trace }, cancellationToken) ?? Task.CompletedTask;

    // A job that the server has must be written to the journal, even if the caller has cancelled.
    private async Task<FmeJob> KeepAsync(string key, FmeJob job)
    {
        if (options.Journal is { } journal)
        {
            await journal.WriteAsync(
                new JournalEntry { Key = key, State = JournalState.Submitted, Handle = job.ToHandle() }, CancellationToken.None).ConfigureAwait(false);
        }

        return job;
    }

    private async Task WithdrawAsync(string key, SubmissionTrace? intended)
    {
        if (options.Journal is { } journal && intended is not null)
        {
            await journal.WriteAsync(new JournalEntry { Key = key, State = JournalState.Withdrawn }, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
