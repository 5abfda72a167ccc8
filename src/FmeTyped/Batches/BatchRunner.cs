using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FmeTyped;

/// <summary>
/// Runs a batch: takes requests from the source as slots become free, processes each, and returns the outcomes as they become known. A slot becomes free
/// when the consumer has taken the outcome, so a slow consumer slows the source.
/// </summary>
internal sealed class BatchRunner<T> : IDisposable
    where T : IFmeRequest
{
    private const int MostCharactersOfKey = 100_000;

    private readonly FmeBatchOptions<T> _options;
    private readonly FmeWaitOptions _wait;
    private readonly JobServices _services;
    private readonly BatchSubmitter<T> _submitter;
    private readonly JobWatcher? _watcher;
    private readonly BatchTally _tally;
    private readonly SemaphoreSlim _places;
    private readonly Channel<FmeBatchItem<T>> _outcomes = Channel.CreateUnbounded<FmeBatchItem<T>>();
    private readonly TaskCompletionSource _itemsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Only those that a failure would cancel.
    private readonly ConcurrentDictionary<long, FmeJob> _jobs = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private volatile bool _isStopped;

    // The items in progress, and one for the source, from which more can come.
    private int _open = 1;

    /// <summary>Creates a batch.</summary>
    /// <param name="submit">Submits a request, once.</param>
    /// <param name="services">The services that its jobs use.</param>
    /// <param name="submissions">Knows the server's names.</param>
    /// <param name="options">The options, which were checked.</param>
    /// <param name="isWaiting">Whether to wait for the jobs.</param>
    public BatchRunner(
        Func<IFmeRequest, FmeRunOptions, CancellationToken, Task<FmeJob>> submit,
        JobServices services,
        SubmissionFactory submissions,
        FmeBatchOptions<T> options,
        bool isWaiting)
    {
        _services = services;
        _options = options;
        _wait = options.Wait ?? JobWaiter.Usual;
        _submitter = new BatchSubmitter<T>(submit, services, submissions, options);
        _watcher = isWaiting ? new JobWatcher(services, _wait) : null;
        _tally = new BatchTally(options.Progress);
        _places = new SemaphoreSlim(options.MaximumJobsInFlight, options.MaximumJobsInFlight);
    }

    /// <summary>The outcomes, as they become known.</summary>
    public async IAsyncEnumerable<FmeBatchItem<T>> RunAsync(IAsyncEnumerable<T> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_options.Journal is { } journal)
        {
            await journal.BeginAsync(_services.ServerUrl, cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end);
        Task watching = Task.WhenAll(_watcher?.Start(_end.Token).Select(GuardAsync) ?? []);
        Task taking = GuardAsync(TakeAsync(requests));
        try
        {
            await foreach (FmeBatchItem<T> item in _outcomes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return item;
                _places.Release();
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await _end.CancelAsync().ConfigureAwait(false);
            await taking.ConfigureAwait(false);
            await _itemsEnded.Task.ConfigureAwait(false);
            await watching.ConfigureAwait(false);
            _options.Journal?.End();
        }
    }

    public void Dispose()
    {
        _end.Dispose();
        _places.Dispose();
        _submitter.Dispose();
    }

    private async Task TakeAsync(IAsyncEnumerable<T> requests)
    {
        try
        {
            IAsyncEnumerator<T> source = requests.GetAsyncEnumerator(_end.Token);
            await using (source.ConfigureAwait(false))
            {
                for (long index = 0; ; index++)
                {
                    await _places.WaitAsync(_end.Token).ConfigureAwait(false);
                    if (_isStopped || !await source.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    _tally.Take();
                    Interlocked.Increment(ref _open);
                    _ = RunAsync(index, source.Current);
                }
            }
        }
        finally
        {
            Close();
        }

        await _itemsEnded.Task.ConfigureAwait(false);
        _outcomes.Writer.TryComplete();
    }

    private void Close()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _itemsEnded.SetResult();
        }
    }

    private async Task RunAsync(long index, T request)
    {
        // On the thread pool, so that the stack does not grow when the source and the server complete synchronously.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await GuardAsync(ConcludeAsync(index, request)).ConfigureAwait(false);
        Close();
    }

    private async Task ConcludeAsync(long index, T request)
    {
        FmeWorkspaceDescriptor workspace = request.Descriptor;
        using var traced = _services.Telemetry.BatchItem(workspace.Repository, workspace.Workspace, index);
        FmeBatchItem<T> item = await BringToOutcomeAsync(index, request).ConfigureAwait(false);
        Trace(item, traced);
        _tally.Conclude(item.Outcome);
        if (item.Outcome is not (FmeBatchOutcome.Succeeded or FmeBatchOutcome.Submitted or FmeBatchOutcome.Skipped))
        {
            await StopAsync().ConfigureAwait(false);
        }

        await _outcomes.Writer.WriteAsync(item, CancellationToken.None).ConfigureAwait(false);
    }

    private static void Trace(FmeBatchItem<T> item, TracedOperation traced)
    {
        if (item.Result is { } result)
        {
            traced.SetResult(result);
        }

        if (item.Error is { } error)
        {
            traced.Notes(error);
        }
    }

    private async Task<FmeBatchItem<T>> BringToOutcomeAsync(long index, T request)
    {
        string number = index.ToString(CultureInfo.InvariantCulture);
        var item = new FmeBatchItem<T> { Request = request, Index = index, Key = number, Outcome = FmeBatchOutcome.Submitted };
        try
        {
            item = item.WithKey(_options.Key?.Invoke(request) ?? number);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return item.WithOutcome(FmeBatchOutcome.NotSubmitted, error: failure);
        }

        if (FindFault(item) is { } fault)
        {
            return item.WithOutcome(FmeBatchOutcome.NotSubmitted, error: new InvalidOperationException(fault));
        }

        JournalEntry? known = _options.Journal?.Find(item.Key);
        if (known is { Handle.Id: var id })
        {
            Remember(id, request);
        }

        if (known is not null && (known.State == JournalState.Done || (known.State == JournalState.Submitted && _watcher is null)))
        {
            return item.WithJob(known.Handle is { } handle ? new FmeJob(handle, _services) : null).WithOutcome(FmeBatchOutcome.Skipped, known.Result);
        }

        item = await _submitter.SubmitAsync(item, () => _isStopped, _end.Token).ConfigureAwait(false);
        if (known is not null && item.Job is { } found)
        {
            Remember(found.Id, request);
        }

        return item.Job is { } job && _watcher is not null ? await WaitAsync(item, job, _watcher).ConfigureAwait(false) : item;
    }

    // Another process submitted the job, so this client does not know the secrets that were sent.
    private void Remember(long job, T request) => _services.Redactor.Remember(job, Submission.SecretsOf(request, SubmissionFactory.NoOptions));

    private async Task<FmeBatchItem<T>> WaitAsync(FmeBatchItem<T> item, FmeJob job, JobWatcher watcher)
    {
        if (_options.StopOnFailure == FmeBatchFailureMode.Jobs)
        {
            _jobs[job.Id] = job;
        }

        try
        {
            if (_isStopped && _options.StopOnFailure == FmeBatchFailureMode.Jobs)
            {
                await CancelAsync(job).ConfigureAwait(false);
            }

            FmeJobResult ended = await watcher.WaitAsync(job, _end.Token).ConfigureAwait(false);
            FmeJobResult result = await _services.Waiter.CountedAsync(ended, _wait, _end.Token).ConfigureAwait(false);
            item = item.WithOutcome(result.Succeeded ? FmeBatchOutcome.Succeeded : FmeBatchOutcome.Failed, result);
        }
        catch (FmeJobPurgedException purged)
        {
            item = item.WithOutcome(FmeBatchOutcome.Purged, error: purged);
        }
        catch (FmeException failure)
        {
            return item.WithOutcome(FmeBatchOutcome.Unfinished, error: failure);
        }
        finally
        {
            _jobs.TryRemove(job.Id, out _);
        }

        await job.CleanUpAsync().ConfigureAwait(false);
        if (_options.Journal is { } journal)
        {
            var done = new JournalEntry { Key = item.Key, State = JournalState.Done, Handle = job.ToHandle(), Outcome = item.Outcome, Result = item.Result };
            await journal.WriteAsync(done, CancellationToken.None).ConfigureAwait(false);
        }

        return item;
    }

    // Why the journal cannot use this key for the item.
    private string? FindFault(FmeBatchItem<T> item)
    {
        if (_options.Journal is null)
        {
            return null;
        }

        if (!item.Key.IsWellFormed())
        {
            return $"The key of item {item.Index} contains an unpaired surrogate. The journal would store another key, and not recognize the item again. "
                + "Give it a key without.";
        }

        if (item.Key.Length > MostCharactersOfKey)
        {
            return $"The key of item {item.Index} has more than {MostCharactersOfKey} characters, too many for a line of the journal. Give it a shorter one.";
        }

        lock (_keys)
        {
            return _keys.Add(item.Key) ? null : $"The key '{item.Key}' is that of another item of the batch, so that the journal could not tell the two apart.";
        }
    }

    private async Task StopAsync()
    {
        if (_options.StopOnFailure == FmeBatchFailureMode.Never || _isStopped)
        {
            return;
        }

        _isStopped = true;
        if (_options.StopOnFailure == FmeBatchFailureMode.Jobs)
        {
            foreach (FmeJob job in _jobs.Values)
            {
                await CancelAsync(job).ConfigureAwait(false);
            }
        }
    }

    private async Task CancelAsync(FmeJob job)
    {
        try
        {
            await job.CancelAsync(_end.Token).ConfigureAwait(false);
        }
        catch (FmeException)
        {
            return; // The job goes on then, and its own outcome reports how it ended.
        }
    }

    // An error of the batch itself, such as a full disk when the journal is written, ends it.
    private async Task GuardAsync(Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            _outcomes.Writer.TryComplete();
        }
        catch (Exception failure)
        {
            _outcomes.Writer.TryComplete(failure);
            await _end.CancelAsync().ConfigureAwait(false);
        }
    }
}
