using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>The jobs that a set of tools has started: the only ones that its tools see, and what its limits count.</summary>
/// <param name="client">The client.</param>
/// <param name="options">The limits.</param>
internal sealed class JobDesk(FmeFlowClient client, FmeToolOptions options)
{
    private const int MostKept = 1_000;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly object _gate = new();
    private readonly List<StartedJob> _jobs = [];
    private readonly List<DateTimeOffset> _starts = [];
    private int _underway;

    /// <summary>All jobs, in the order of their start.</summary>
    public IReadOnlyList<StartedJob> Jobs
    {
        get
        {
            lock (_gate)
            {
                return [.. _jobs];
            }
        }
    }

    /// <summary>The job with an id or the key of a lost submission; null if these tools started no such job.</summary>
    public StartedJob? Find(string name) => Jobs.FirstOrDefault(job => job.IsCalled(name));

    /// <summary>Takes a place for a job that is about to be submitted. <see cref="Add"/> uses it, and <see cref="Release"/> gives it back.</summary>
    /// <returns>Why there is none; null if there is.</returns>
    public async Task<string?> ReserveAsync(CancellationToken cancellationToken)
    {
        if (TryReserve() is not { } reason)
        {
            return null;
        }

        // Jobs may have ended since anybody asked.
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return TryReserve() is null ? null : reason;
    }

    /// <summary>Adds a job that was submitted, or a submission whose outcome is not known. Without a key, nobody can ask about that one later.</summary>
    public StartedJob Add(FmeWorkspaceDescriptor workspace, FmeJob? job, FmeSubmissionUnknownException? lost = null)
    {
        var started = new StartedJob(workspace) { Job = job, Lost = lost };
        lock (_gate)
        {
            _underway--;
            if (_jobs.Count >= MostKept && _jobs.Find(old => old.IsOver) is { } over)
            {
                _jobs.Remove(over);
            }

            if (job is not null || lost?.CorrelationKey is not null)
            {
                _jobs.Add(started);
            }
        }

        return started;
    }

    /// <summary>Gives back the place of a job that was not submitted.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _underway--;
            if (_starts.Count > 0)
            {
                _starts.RemoveAt(_starts.Count - 1);
            }
        }
    }

    /// <summary>Asks the server what came of a submission whose response was lost.</summary>
    /// <returns>Whether there is a job; if not, it is not one of these jobs any more.</returns>
    /// <exception cref="FmeException">It cannot be told.</exception>
    public async Task<bool> ClearUpAsync(StartedJob job, CancellationToken cancellationToken)
    {
        job.Job ??= await client.FindSubmissionAsync(job.Lost!, cancellationToken).ConfigureAwait(false);
        if (job.Job is null)
        {
            lock (_gate)
            {
                _jobs.Remove(job);
            }
        }

        return job.Job is not null;
    }

    private string? TryReserve()
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            _starts.RemoveAll(start => now - start >= Day);
            if (_starts.Count >= options.MaximumJobsADay)
            {
                return $"These tools may start {options.MaximumJobsADay} jobs within 24 hours, and have. "
                    + $"The next one can be started after {_starts[0] + Day:yyyy-MM-dd HH:mm} UTC.";
            }

            int active = _underway + _jobs.Count(job => !job.IsOver);
            if (active >= options.MaximumJobsAtOnce)
            {
                return $"{active} jobs of these tools are active, and {options.MaximumJobsAtOnce} may be. Wait until one has ended, or cancel one.";
            }

            _starts.Add(now);
            _underway++;
            return null;
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (StartedJob job in Jobs.Where(job => !job.IsOver))
        {
            try
            {
                if (await ClearUpAsync(job, cancellationToken).ConfigureAwait(false))
                {
                    job.IsOver = (await job.Job!.GetRecordAsync(cancellationToken).ConfigureAwait(false)).Status.IsFinal;
                }
            }
            catch (FmeException error)
            {
                // A job that the server no longer has is over. Any other one that nothing is known of counts as active.
                job.IsOver = error is FmeJobPurgedException or FmeNotFoundException && job.Job is not null;
            }
        }
    }
}
