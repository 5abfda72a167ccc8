namespace FmeTyped;

/// <summary>
/// Waits for many jobs at once. It reads the lists of active jobs. A job on none of them has ended or moved to the next list, so its record
/// is read. A round therefore costs one request per page and per ended job, not one per job.
/// </summary>
internal sealed class JobWatcher(JobServices services, FmeWaitOptions options)
{
    // Reading the two lists costs as much as reading two records.
    private const int FewJobs = 2;
    private const int PageSize = 500;

    private readonly TimeSpan _timeout = options.Timeout ?? services.Waiter.DefaultTimeout;
    private readonly Dictionary<long, Watched> _watched = [];
    private TaskCompletionSource _arrival = NewArrival();
    private TimeSpan? _wishedPause;
    private bool _hasNoLists;

    /// <summary>Waits until a job has ended. Its time limit applies at any point of a round, because a round can take long.</summary>
    /// <exception cref="FmeException">The job did not end in time, or could not be read.</exception>
    public async Task<FmeJobRecord> WaitAsync(FmeJob job, CancellationToken cancellationToken)
    {
        Watched? watched;
        lock (_watched)
        {
            if (!_watched.TryGetValue(job.Id, out watched))
            {
                watched = new Watched(job.ToHandle(), new Deadline(_timeout, services.TimeProvider));
                _watched.Add(job.Id, watched);
            }

            _arrival.TrySetResult();
        }

        ITimer limit = services.TimeProvider.CreateTimer(_ => GiveUp(watched), state: null, _timeout, Timeout.InfiniteTimeSpan);
        await using (limit.ConfigureAwait(false))
        {
            return await watched.End.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Polls the jobs in rounds until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeSpan delay = options.InitialDelay;
        while (true)
        {
            await ArrivalAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan pause = TimeLimit.Shorter(Deadline.PauseOf(delay, _wishedPause), UntilNextDeadline());
            await Deadline.PauseAsync(pause, services.TimeProvider, cancellationToken).ConfigureAwait(false);
            bool hasNews = await PollAsync(Snapshot(), cancellationToken).ConfigureAwait(false);
            delay = hasNews ? options.InitialDelay : TimeLimit.Shorter(delay * JobPoller.DelayGrowth, options.MaximumDelay);
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

    // Failed jobs are polled last, so that one unreadable record does not keep the others from being polled.
    private Watched[] Snapshot()
    {
        lock (_watched)
        {
            return [.. _watched.Values.OrderBy(job => job.Failures)];
        }
    }

    // No pause that a server asks for is longer, so jobs with more time left are polled again then.
    private TimeSpan UntilNextDeadline()
    {
        lock (_watched)
        {
            return _watched.Values.Select(job => job.Deadline.Remaining).Where(left => left > TimeSpan.Zero).DefaultIfEmpty(Timeout.InfiniteTimeSpan).Min();
        }
    }

    private async Task<bool> PollAsync(Watched[] jobs, CancellationToken cancellationToken)
    {
        bool hasNews = false;
        _wishedPause = null;
        try
        {
            IReadOnlySet<long> active = await ListActiveAsync(jobs, cancellationToken).ConfigureAwait(false);
            foreach (Watched job in jobs.Where(job => !job.Deadline.IsOver))
            {
                if (!active.Contains(job.Handle.Id))
                {
                    hasNews |= await PollAsync(job, cancellationToken).ConfigureAwait(false);
                }

                job.Failure = null;
            }
        }
        catch (FmeServerUnavailableException unavailable)
        {
            // The jobs are still watched, up to their own time limits.
            _wishedPause = unavailable.RetryAfter;
            foreach (Watched job in jobs)
            {
                job.Failure = unavailable;
            }
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

        // If a list has more pages than there are jobs, polling each job is cheaper.
        var notes = new JobListNotes { MostJobs = (long)PageSize * jobs.Length };
        try
        {
            await foreach (FmeJobRecord record in services.Lister.ListAsync(query, notes, cancellationToken).ConfigureAwait(false))
            {
                active.Add(record.Id);
            }
        }
        catch (FmeException failure) when (failure is not FmeServerUnavailableException)
        {
            _hasNoLists = !notes.IsTooLong; // A user without access to the list may still read their own jobs.
        }

        return active;
    }

    private async Task<bool> PollAsync(Watched job, CancellationToken cancellationToken)
    {
        long id = job.Handle.Id;
        try
        {
            IJobApi api = await services.Jobs.ForAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
            FmeJobRecord record = await api.GetRecordAsync(id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            job.Last = record;
            return record.Status switch
            {
                { IsDeleted: true } => job.End.TrySetException(new FmeJobPurgedException(id, ErrorContext.ReadingJob(id))) && Leave(job),
                { IsFinal: true } => job.End.TrySetResult(record) && Leave(job),
                _ => false,
            };
        }
        catch (FmeServerUnavailableException)
        {
            job.Failures++;
            throw;
        }
        catch (FmeNotFoundException missing) when (missing.IsServersOwn)
        {
            return job.End.TrySetException(FmeJobPurgedException.From(id, missing)) && Leave(job);
        }
        catch (FmeNotFoundException)
        {
            return false; // A proxy said this, not the server, so it may be temporary.
        }
        catch (FmeException failure)
        {
            return job.End.TrySetException(failure) && Leave(job);
        }
    }

    // A result that arrived at the same moment takes precedence.
    private void GiveUp(Watched job)
    {
        long id = job.Handle.Id;
        job.End.TrySetException(new FmeWaitTimeoutException(id, _timeout, job.Last, ErrorContext.ReadingJob(id), job.Failure));
        Leave(job);
    }

    private bool Leave(Watched job)
    {
        lock (_watched)
        {
            return _watched.Remove(job.Handle.Id);
        }
    }

    private sealed class Watched(FmeJobHandle handle, Deadline deadline)
    {
        public FmeJobHandle Handle => handle;

        public Deadline Deadline => deadline;

        public FmeJobRecord? Last { get; set; }

        /// <summary>Why the last round could not poll it; null if it could.</summary>
        public FmeServerUnavailableException? Failure { get; set; }

        /// <summary>How often its record could not be read.</summary>
        public int Failures { get; set; }

        public TaskCompletionSource<FmeJobRecord> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
