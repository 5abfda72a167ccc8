namespace FmeTyped.Testing;

/// <summary>
/// The jobs of the emulator, in either version of the API. When there are more than the history holds, the oldest that
/// have ended are dropped; where none has ended, no more are taken. Thread-safe.
/// </summary>
internal sealed class JobStore(JobScripts scripts, EnginePool engines, TimeProvider time, JobRules rules)
{
    private readonly object _gate = new();
    private readonly SortedDictionary<long, Job> _jobs = [];
    private long _lastId;

    public IReadOnlyList<string> Engines => engines.Names;

    public JobState Submit(JobOrder order)
    {
        Job job = Create(order);
        lock (_gate)
        {
            MakeRoom();
            engines.Assign(job, time.GetUtcNow());
            _jobs.Add(job.Id, job);
        }

        return At(job);
    }

    public Task<JobState> SubmitAndWaitAsync(JobOrder order, CancellationToken cancellationToken)
    {
        Job job = Create(order);
        lock (_gate)
        {
            MakeRoom();
            engines.Assign(job, time.GetUtcNow());

            // The wait starts before the job is visible, so that a test that sees it can move a fake clock at once.
            Task<JobState> end = job.WaitForEndAsync(time, cancellationToken);
            _jobs.Add(job.Id, job);
            return end;
        }
    }

    /// <summary>Waits until a job has ended; null if there is no such job.</summary>
    public async Task<JobState?> WaitForEndAsync(long id, CancellationToken cancellationToken) =>
        FindJob(id) is { } job ? await job.WaitForEndAsync(time, cancellationToken).ConfigureAwait(false) : null;

    public JobState? Find(long id) => FindJob(id) is { } job ? At(job) : null;

    /// <summary>All jobs, the newest first: A011.</summary>
    public IReadOnlyList<JobState> List()
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            return [.. _jobs.Values.Reverse().Select(job => job.At(now))];
        }
    }

    /// <summary>Cancels a job that is in a status.</summary>
    /// <returns>Whether there was such a job.</returns>
    public bool Cancel(long id, JobStatus expected)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_jobs.TryGetValue(id, out Job? job) || !job.Cancel(expected, now))
            {
                return false;
            }

            engines.Reassign(_jobs.Values.Where(other => !other.At(now).IsFinished), now);
            return true;
        }
    }

    /// <summary>Deletes a job.</summary>
    public void Remove(long id)
    {
        lock (_gate)
        {
            _jobs.Remove(id);
        }
    }

    private Job Create(JobOrder order)
    {
        lock (_gate)
        {
            FindExpendable(); // A job that is refused must not run its script.
        }

        var submission = new FmeSubmission(Interlocked.Increment(ref _lastId), order);
        return new Job(submission, scripts.Run(submission), time.GetUtcNow(), rules);
    }

    private void MakeRoom()
    {
        if (FindExpendable() is { } oldest)
        {
            _jobs.Remove(oldest.Id);
        }
    }

    /// <summary>The job that a further one takes the place of; null if there is room.</summary>
    /// <exception cref="StorageFullException">No job has ended.</exception>
    private Job? FindExpendable()
    {
        if (_jobs.Count < rules.History)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        return _jobs.Values.FirstOrDefault(old => old.At(now).IsFinished)
            ?? throw new StorageFullException(
                FormattableString.Invariant($"The emulator keeps {rules.History} jobs (JobHistory), and none of them has ended. Nothing was submitted."));
    }

    private Job? FindJob(long id)
    {
        lock (_gate)
        {
            return _jobs.GetValueOrDefault(id);
        }
    }

    private JobState At(Job job) => job.At(time.GetUtcNow());
}
