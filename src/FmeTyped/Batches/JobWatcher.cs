namespace FmeTyped;

/// <summary>
/// Waits for many jobs at once. It reads the lists of active jobs. A job on none of them has ended or moved to the next list, so its record
/// is read. A round therefore costs one request per page and per ended job, not one per job. Beside the rounds, the oldest jobs are held.
/// </summary>
internal sealed class JobWatcher
{
    // Reading the two lists costs as much as reading two records.
    private const int FewJobs = 2;
    private const int PageSize = 500;

    // So many jobs have to end for each page that was read, or the next round comes later.
    private const int EndsPerPage = 10;

    // But if so great a part of the jobs has ended, the batch may soon have none that waits for an engine.
    private const int ShareOfJobs = 4;

    private readonly JobServices _services;
    private readonly FmeWaitOptions _options;
    private readonly TimeSpan _timeout;
    private readonly HeldJobs _held;
    private readonly TimerCallback _giveUp;
    private readonly Dictionary<long, WatchedJob> _watched = [];
    private TaskCompletionSource _arrival = NewArrival();
    private TimeSpan? _wishedPause;
    private bool _hasNoLists;

    public JobWatcher(JobServices services, FmeWaitOptions options)
    {
        _services = services;
        _options = options;
        _timeout = options.Timeout ?? services.Waiter.DefaultTimeout;
        _giveUp = job => GiveUp((WatchedJob)job!);
        _held = new HeldJobs(services, (job, result) => job.End.TrySetResult(result) && Leave(job));
    }

    /// <summary>Waits until a job has ended. Its time limit applies at any point of a round, because a round can take long.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">The token that the watcher was started with.</param>
    /// <exception cref="FmeException">The job did not end in time, or could not be read.</exception>
    public async Task<FmeJobResult> WaitAsync(FmeJob job, CancellationToken cancellationToken)
    {
        WatchedJob? watched;
        lock (_watched)
        {
            if (!_watched.TryGetValue(job.Id, out watched))
            {
                watched = new WatchedJob(job.ToHandle(), new Deadline(_timeout, _services.TimeProvider));
                _watched.Add(job.Id, watched);
                _held.Add(watched);
            }

            _arrival.TrySetResult();
        }

        if (cancellationToken.IsCancellationRequested)
        {
            watched.End.TrySetCanceled(cancellationToken);
        }

        ITimer limit = _services.TimeProvider.CreateTimer(_giveUp, watched, _timeout, Timeout.InfiniteTimeSpan);
        await using (limit.ConfigureAwait(false))
        {
            return await watched.End.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Starts the rounds and the long polls: each ends when the token is cancelled, and so do all waits.</summary>
    public IEnumerable<Task> Start(CancellationToken cancellationToken)
    {
        // One registration for all jobs, of which there may be many.
        cancellationToken.UnsafeRegister(static (watcher, token) => ((JobWatcher)watcher!).Cancel(token), this);
        return [RunRoundsAsync(cancellationToken), .. _held.Start(cancellationToken)];
    }

    private async Task RunRoundsAsync(CancellationToken cancellationToken)
    {
        TimeSpan delay = _options.InitialDelay;
        while (true)
        {
            await ArrivalAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan pause = TimeLimit.Shorter(Deadline.PauseOf(delay, _wishedPause), UntilNextDeadline());
            await Deadline.PauseAsync(pause, _services.TimeProvider, cancellationToken).ConfigureAwait(false);
            bool wasWorthIt = await PollAsync(Snapshot(), cancellationToken).ConfigureAwait(false);
            delay = wasWorthIt ? _options.InitialDelay : TimeLimit.Shorter(delay * JobPoller.DelayGrowth, _options.MaximumDelay);
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

    private void Cancel(CancellationToken cancellationToken)
    {
        foreach (WatchedJob job in Snapshot())
        {
            job.End.TrySetCanceled(cancellationToken);
        }
    }

    // Failed jobs are polled last, so that one unreadable record does not keep the others from being polled.
    private WatchedJob[] Snapshot()
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

    private async Task<bool> PollAsync(WatchedJob[] jobs, CancellationToken cancellationToken)
    {
        int ended = 0;
        int pages = 0;
        _wishedPause = null;
        try
        {
            (IReadOnlySet<long> active, pages) = await ListActiveAsync(jobs, cancellationToken).ConfigureAwait(false);
            foreach (WatchedJob job in jobs.Where(job => !job.Deadline.IsOver))
            {
                if (!active.Contains(job.Handle.Id) && !job.End.Task.IsCompleted && await PollAsync(job, cancellationToken).ConfigureAwait(false))
                {
                    ended++;
                }

                job.Failure = null;
            }
        }
        catch (FmeServerUnavailableException unavailable)
        {
            // The jobs are still watched, up to their own time limits.
            _wishedPause = unavailable.RetryAfter;
            foreach (WatchedJob job in jobs)
            {
                job.Failure = unavailable;
            }
        }

        return ended > 0 && ended >= Math.Min(EndsPerPage * pages, jobs.Length / ShareOfJobs);
    }

    private async Task<(IReadOnlySet<long> Active, int Pages)> ListActiveAsync(WatchedJob[] jobs, CancellationToken cancellationToken)
    {
        HashSet<long> active = [];
        if (_hasNoLists || jobs.Length <= FewJobs)
        {
            return (active, 0);
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
            await foreach (FmeJobRecord record in _services.Lister.ListAsync(query, notes, cancellationToken).ConfigureAwait(false))
            {
                active.Add(record.Id);
            }
        }
        catch (FmeException failure) when (failure is not FmeServerUnavailableException)
        {
            _hasNoLists = !notes.IsTooLong; // A user without access to the list may still read their own jobs.
        }

        return (active, notes.Pages);
    }

    private async Task<bool> PollAsync(WatchedJob job, CancellationToken cancellationToken)
    {
        long id = job.Handle.Id;
        try
        {
            IJobApi api = await _services.Jobs.ForAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
            FmeJobRecord record = await api.GetRecordAsync(id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            job.Last = record;
            return record.Status switch
            {
                { IsDeleted: true } => job.End.TrySetException(new FmeJobPurgedException(id, ErrorContext.ReadingJob(id))) && Leave(job),
                { IsFinal: true } => job.End.TrySetResult(FmeJobResult.From(record)) && Leave(job),
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
    private void GiveUp(WatchedJob job)
    {
        long id = job.Handle.Id;
        job.End.TrySetException(new FmeWaitTimeoutException(id, _timeout, job.Last, ErrorContext.ReadingJob(id), job.Failure));
        Leave(job);
    }

    private bool Leave(WatchedJob job)
    {
        lock (_watched)
        {
            return _watched.Remove(job.Handle.Id);
        }
    }
}
