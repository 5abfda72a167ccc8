namespace FmeTyped;

/// <summary>
/// Waits for many jobs at once. It reads the lists of the jobs that have not ended; a job that is on none of them has ended or moved on, and its record
/// tells. So a round costs as many requests as there are pages and ends, and not as there are jobs.
/// </summary>
internal sealed class JobWatcher(JobServices services, FmeWaitOptions options)
{
    // Two lists cost as much as two records.
    private const int FewJobs = 2;
    private const int PageSize = 500;

    private readonly TimeSpan _timeout = options.Timeout ?? services.Waiter.DefaultTimeout;
    private readonly Dictionary<long, Watched> _watched = [];
    private TaskCompletionSource _arrival = NewArrival();
    private bool _hasNoLists;

    /// <summary>Waits until a job has ended.</summary>
    /// <exception cref="FmeException">The job did not end in time, or cannot be read.</exception>
    public Task<FmeJobRecord> WaitAsync(FmeJob job, CancellationToken cancellationToken)
    {
        lock (_watched)
        {
            if (!_watched.TryGetValue(job.Id, out Watched? watched))
            {
                watched = new Watched(job.ToHandle(), services.TimeProvider.GetTimestamp());
                _watched.Add(job.Id, watched);
            }

            _arrival.TrySetResult();
            return watched.End.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Looks at the jobs, round by round, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeSpan delay = options.InitialDelay;
        while (true)
        {
            await ArrivalAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(delay, services.TimeProvider, cancellationToken).ConfigureAwait(false);
            bool hasNews = await LookAsync(Snapshot(), cancellationToken).ConfigureAwait(false);
            delay = hasNews ? options.InitialDelay : TimeLimit.Shorter(delay * JobLooks.DelayGrowth, options.MaximumDelay);
        }
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task ArrivalAsync()
    {
        lock (_watched)
        {
            if (_watched.Count == 0 && _arrival.Task.IsCompleted)
            {
                _arrival = NewArrival();
            }

            return _arrival.Task;
        }
    }

    private Watched[] Snapshot()
    {
        lock (_watched)
        {
            return [.. _watched.Values];
        }
    }

    private async Task<bool> LookAsync(Watched[] jobs, CancellationToken cancellationToken)
    {
        bool hasNews = false;
        try
        {
            IReadOnlySet<long> active = await ListActiveAsync(jobs, cancellationToken).ConfigureAwait(false);
            foreach (Watched job in jobs)
            {
                if (!active.Contains(job.Handle.Id))
                {
                    hasNews |= await LookAsync(job, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (FmeServerUnavailableException unavailable)
        {
            // It is borne with, up to the jobs' own time limits.
            if (unavailable.RetryAfter is { } wait)
            {
                await Task.Delay(TimeLimit.Shorter(wait, TimeLimit.Longest), services.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (Watched job in jobs.Where(IsOverdue))
        {
            Leave(job, job.End.TrySetException(new FmeWaitTimeoutException(job.Handle.Id, _timeout, job.Last, ErrorContext.ReadingJob(job.Handle.Id))));
        }

        return hasNews;
    }

    private async Task<IReadOnlySet<long>> ListActiveAsync(Watched[] jobs, CancellationToken cancellationToken)
    {
        HashSet<long> active = [];
        if (_hasNoLists || jobs.Length <= FewJobs)
        {
            return active;
        }

        FmeJobHandle first = jobs[0].Handle;
        bool isOneWorkspace = jobs.All(job => job.Handle.Workspace == first.Workspace && job.Handle.Repository == first.Repository);
        var query = new FmeJobQuery
        {
            States = FmeJobStates.Active,
            Repository = isOneWorkspace ? first.Repository : null,
            Workspace = isOneWorkspace && first.Repository is not null ? first.Workspace : null,
            PageSize = PageSize,
        };
        try
        {
            await foreach (FmeJobRecord record in services.Lister.ListAsync(query, new JobListNotes(), cancellationToken).ConfigureAwait(false))
            {
                active.Add(record.Id);
            }
        }
        catch (FmeException failure) when (failure is not FmeServerUnavailableException)
        {
            _hasNoLists = true; // Who may not see the list may see the jobs of their own.
            active.Clear();
        }

        return active;
    }

    private async Task<bool> LookAsync(Watched job, CancellationToken cancellationToken)
    {
        long id = job.Handle.Id;
        try
        {
            FmeJobRecord record = await services.Records.ReadAsync(id, isKnown: true, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            job.Last = record;
            return record.Status switch
            {
                { IsDeleted: true } => Leave(job, job.End.TrySetException(new FmeJobPurgedException(id, ErrorContext.ReadingJob(id)))),
                { IsFinal: true } => Leave(job, job.End.TrySetResult(record)),
                _ => false,
            };
        }
        catch (FmeNotFoundException missing) when (missing is not FmeJobPurgedException)
        {
            return false; // Something in front of the server says so, which need not last.
        }
        catch (FmeException failure) when (failure is not FmeServerUnavailableException)
        {
            return Leave(job, job.End.TrySetException(failure));
        }
    }

    private bool IsOverdue(Watched job) =>
        !job.End.Task.IsCompleted && _timeout != Timeout.InfiniteTimeSpan && services.TimeProvider.GetElapsedTime(job.Since) >= _timeout;

    private bool Leave(Watched job, bool isNews)
    {
        lock (_watched)
        {
            _watched.Remove(job.Handle.Id);
        }

        return isNews;
    }

    private sealed class Watched(FmeJobHandle handle, long since)
    {
        public FmeJobHandle Handle => handle;

        public long Since => since;

        public FmeJobRecord? Last { get; set; }

        public TaskCompletionSource<FmeJobRecord> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
