using System.Net;

namespace FmeTyped;

/// <summary>
/// Brings one request to a job, exactly once: by what the journal knows of it, by searching for a submission whose response was lost, and by submitting it
/// where no job can be there.
/// </summary>
/// <param name="submit">Submits a request, once.</param>
/// <param name="services">What its job works with.</param>
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
    private readonly GivenJobIds _ids = new(options.Journal?.JobIds ?? []);
    private readonly SemaphoreSlim _requests = new(options.MaximumRequestsInFlight, options.MaximumRequestsInFlight);

    /// <summary>Gives the item with its job; without one, with what kept it from having one.</summary>
    /// <param name="item">The item; its outcome is what a job will be.</param>
    /// <param name="isStopped">Whether nothing more may be submitted.</param>
    /// <param name="cancellationToken">The batch's.</param>
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

            // Every other error is of something that did not leave, or the server's refusal: Submitter sees to that.
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

    // Of which item the job is, only its key can tell.
    private static FmeSubmissionUnknownException GivenBefore(FmeJob job)
    {
        FmeJobHandle handle = job.ToHandle();
        ErrorContext context = ErrorContext.Submitting($"{handle.Repository}/{handle.Workspace}");
        return new FmeSubmissionUnknownException(
            $"Could not {context.Operation}: the server answered with job {job.Id}, which is that of another item. {ErrorFactory.MayBeRunning}",
            context,
            trace: null);
    }

    private async Task<(FmeJob? Found, FmeBatchItem<T>? Unknown)> FindAsync(FmeBatchItem<T> failed, SubmissionTrace lost, CancellationToken cancellationToken)
    {
        try
        {
            SubmissionSearch search = await _finder.FindAsync(lost, cancellationToken).ConfigureAwait(false);
            return search.IsUnknown
                ? (null, failed.WithOutcome(FmeBatchOutcome.Unknown, error: Unknown(search.Reason)))
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

    // Nothing was sent, or the server said that it has no time now: another attempt helps. A broken upload, answered with 500 or 502, is left to the caller.
    private static bool IsRefusal(FmeServerUnavailableException unavailable) =>
        unavailable.StatusCode is null or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private Task IntendAsync(string key, SubmissionTrace trace, CancellationToken cancellationToken) =>
        options.Journal?.WriteAsync(new JournalEntry { Key = key, State = JournalState.Intended, Trace = trace }, cancellationToken) ?? Task.CompletedTask;

    // What the server has must be written, whoever has lost interest.
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
