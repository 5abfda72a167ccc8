namespace FmeTyped.Testing;

/// <summary>
/// A job. Its life is laid down when it is submitted, and its state follows from the time whenever somebody asks, so that a fake
/// clock moves jobs exactly. Only a cancellation changes it. Thread-safe.
/// </summary>
internal sealed class Job
{
    // As the vendor's fixtures have it, with the blank at the end. That a time limit says the same is A013.
    private const string CancelledMessage = "Job cancelled. ";

    private readonly object _gate = new();
    private readonly JobSnapshot _queued;
    private readonly DateTimeOffset _starts;
    private readonly DateTimeOffset? _ends;
    private readonly bool _exceedsLimit;
    private readonly TaskCompletionSource _cancellation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _cancelled;

    public Job(FmeSubmission submission, FmeJobOutcome outcome, DateTimeOffset submitted, TimeSpan queueTime, TimeSpan runTime)
    {
        _queued = new JobSnapshot
        {
            Submission = submission,
            Submitted = submitted,
            Outcome = outcome,
            Status = JobStatus.Queued,
            ResultStatus = JobStatus.Queued,
        };
        _starts = submitted + queueTime;
        JobOrder order = submission.Order;
        TimeSpan? wanted = outcome.RunsForever ? null : outcome.RunTime ?? runTime;

        // The reference manual's page on job directives: the queue limit is looked at when an engine comes free.
        if (queueTime > order.QueueLimit)
        {
            _ends = _starts;
            _exceedsLimit = true;
        }
        else if (order.RunLimit is { } limit && !(wanted <= limit))
        {
            _ends = _starts + limit;
            _exceedsLimit = true;
        }
        else
        {
            _ends = _starts + wanted;
        }

        if (submitted + order.TotalLimit is { } latest && !(_ends <= latest))
        {
            _ends = latest;
            _exceedsLimit = true;
        }
    }

    public long Id => _queued.Id;

    public JobSnapshot At(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_cancelled is { } cancelled)
            {
                return Cancelled(cancelled);
            }

            if (_ends is not { } ends || now < ends)
            {
                return now < _starts ? _queued : _queued with { Status = JobStatus.Running, ResultStatus = JobStatus.Running, Started = _starts };
            }

            FmeJobOutcome outcome = _queued.Outcome;
            return _exceedsLimit
                ? Cancelled(ends)
                : _queued with { Status = outcome.Status, ResultStatus = outcome.ResultStatus, Message = outcome.Message, Started = _starts, Finished = ends };
        }
    }

    /// <summary>Cancels the job if it is in a status.</summary>
    /// <returns>Whether it was.</returns>
    public bool Cancel(JobStatus expected, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (At(now).Status != expected)
            {
                return false;
            }

            _cancelled = now;
        }

        _cancellation.SetResult();
        return true;
    }

    /// <summary>Waits until the job has ended.</summary>
    public async Task<JobSnapshot> WaitForEndAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            JobSnapshot snapshot = At(now);
            if (snapshot.IsFinished)
            {
                return snapshot;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Task.Delay(UntilEnd(now), time, stop.Token), _cancellation.Task).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Timers count whole milliseconds, up to some weeks: rounded up to end no wait early, cut and waited for again.
    private TimeSpan UntilEnd(DateTimeOffset now) => _ends is { } ends
        ? TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling((ends - now).TotalMilliseconds), int.MaxValue))
        : Timeout.InfiniteTimeSpan;

    private JobSnapshot Cancelled(DateTimeOffset at) => _queued with
    {
        Status = JobStatus.Cancelled,
        ResultStatus = JobStatus.Cancelled,
        Message = CancelledMessage,
        Started = at > _starts ? _starts : null,
        Finished = at,
    };
}
