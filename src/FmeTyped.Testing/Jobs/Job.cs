namespace FmeTyped.Testing;

/// <summary>
/// A job. Its course is planned when it is submitted, and its state is computed from the current time, so that a fake
/// clock moves jobs exactly. Only cancellations change it: its own, and those that free an engine for it earlier. Thread-safe.
/// </summary>
internal sealed class Job
{
    // As in the vendor's fixtures, with the trailing space. That a time limit gives the same message is A013.
    private const string CancelledMessage = "Job cancelled. ";

    private readonly object _gate = new();
    private readonly JobState _queued;
    private readonly TimeSpan? _wanted;
    private TaskCompletionSource _change = NextChange();
    private int _engine;
    private string _engineName = "";
    private DateTimeOffset? _starts;
    private DateTimeOffset? _ends;
    private bool _exceedsLimit;
    private DateTimeOffset? _cancelled;

    public Job(FmeSubmission submission, FmeJobOutcome outcome, DateTimeOffset submitted, JobRules rules)
    {
        _queued = new JobState
        {
            Submission = submission,
            User = rules.User,
            Submitted = submitted,
            Outcome = outcome,
            Status = JobStatus.Queued,
            ResultStatus = JobStatus.Queued,
        };
        Ready = submitted + rules.QueueTime;
        _wanted = outcome.RunsForever ? null : outcome.RunTime ?? rules.RunTime;
    }

    public long Id => _queued.Id;

    /// <summary>The earliest time at which an engine may take the job.</summary>
    public DateTimeOffset Ready { get; }

    public int Engine
    {
        get
        {
            lock (_gate)
            {
                return _engine;
            }
        }
    }

    /// <summary>When the job's engine is free again.</summary>
    public DateTimeOffset EngineFree
    {
        get
        {
            lock (_gate)
            {
                return _ends ?? DateTimeOffset.MaxValue;
            }
        }
    }

    /// <summary>Plans when an engine takes the job.</summary>
    /// <param name="engine">The number of the engine.</param>
    /// <param name="engineName">Its name.</param>
    /// <param name="starts">When; null for never.</param>
    /// <returns>When the engine is free again; null if the job ends without it.</returns>
    public DateTimeOffset? Plan(int engine, string engineName, DateTimeOffset? starts)
    {
        TaskCompletionSource change;
        DateTimeOffset? free;
        lock (_gate)
        {
            _engine = engine;
            _engineName = engineName;
            _starts = starts;
            PlanEnd();
            free = _starts is null || _ends <= _starts ? null : _ends ?? DateTimeOffset.MaxValue;
            change = Change();
        }

        change.SetResult();
        return free;
    }

    public JobState At(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_cancelled is { } cancelled)
            {
                return Cancelled(cancelled);
            }

            if (_ends is not { } ends || now < ends)
            {
                return _starts is { } starts && now >= starts
                    ? _queued with { Status = JobStatus.Running, ResultStatus = JobStatus.Running, Engine = _engineName, Started = starts }
                    : _queued;
            }

            FmeJobOutcome outcome = _queued.Outcome;
            return _exceedsLimit
                ? Cancelled(ends)
                : _queued with
                {
                    Status = outcome.Status,
                    ResultStatus = outcome.ResultStatus,
                    Message = outcome.Message,
                    Engine = _engineName,
                    Started = _starts,
                    Finished = ends,
                };
        }
    }

    /// <summary>Cancels the job if it is in a status.</summary>
    /// <returns>True if it was in that status.</returns>
    public bool Cancel(JobStatus expected, DateTimeOffset now)
    {
        TaskCompletionSource change;
        lock (_gate)
        {
            if (At(now).Status != expected)
            {
                return false;
            }

            _cancelled = now;
            change = Change();
        }

        change.SetResult();
        return true;
    }

    /// <summary>Waits until the job has ended.</summary>
    public async Task<JobState> WaitForEndAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            Task change;
            TimeSpan rest;
            lock (_gate)
            {
                JobState snapshot = At(now);
                if (snapshot.IsFinished)
                {
                    return snapshot;
                }

                change = _change.Task;
                rest = UntilEnd(now);
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Task.Delay(rest, time, stop.Token), change).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NextChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource Change()
    {
        TaskCompletionSource change = _change;
        _change = NextChange();
        return change;
    }

    private void PlanEnd()
    {
        JobOrder order = _queued.Order;
        _exceedsLimit = false;

        // The reference manual's page on job directives: the queue limit is checked when an engine comes free.
        if (_starts - _queued.Submitted > order.QueueLimit)
        {
            _ends = _starts;
            _exceedsLimit = true;
        }
        else if (order.RunLimit is { } limit && !(_wanted <= limit))
        {
            _ends = _starts + limit;
            _exceedsLimit = true;
        }
        else
        {
            _ends = _starts + _wanted;
        }

        if (_queued.Submitted + order.TotalLimit is { } latest && !(_ends <= latest))
        {
            _ends = latest;
            _exceedsLimit = true;
        }
    }

    // Timers count whole milliseconds, up to a few weeks. The time is rounded up so that no wait ends early, and a longer wait is repeated.
    private TimeSpan UntilEnd(DateTimeOffset now) => _ends is { } ends
        ? TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling((ends - now).TotalMilliseconds), int.MaxValue))
        : Timeout.InfiniteTimeSpan;

    private JobState Cancelled(DateTimeOffset at) => _queued with
    {
        Status = JobStatus.Cancelled,
        ResultStatus = JobStatus.Cancelled,
        Message = CancelledMessage,
        Engine = at > _starts ? _engineName : null,
        Started = at > _starts ? _starts : null,
        Finished = at,
    };
}
