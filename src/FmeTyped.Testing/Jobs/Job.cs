namespace FmeTyped.Testing;

/// <summary>
/// A job. Its life is laid down when it is submitted, and its state follows from the time whenever somebody asks, so that a fake
/// clock moves jobs exactly. Only a cancellation changes it. Thread-safe.
/// </summary>
internal sealed class Job
{
    // As the vendor's fixtures have it, with the blank at the end.
    private const string CancelledMessage = "Job cancelled. ";

    private readonly object _gate = new();
    private readonly DateTimeOffset _starts;
    private readonly DateTimeOffset? _ends;
    private readonly bool _exceedsLimit;
    private readonly TaskCompletionSource _cancellation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _cancelled;

    public Job(FmeSubmission submission, JobOrder order, FmeJobOutcome outcome, DateTimeOffset submitted, TimeSpan queueTime, TimeSpan runTime)
    {
        Submission = submission;
        Order = order;
        Outcome = outcome;
        Submitted = submitted;
        _starts = submitted + queueTime;
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
    }

    public long Id => Submission.JobId;

    public FmeSubmission Submission { get; }

    public JobOrder Order { get; }

    public FmeJobOutcome Outcome { get; }

    public DateTimeOffset Submitted { get; }

    public JobSnapshot At(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_cancelled is { } cancelled)
            {
                return Cancelled(cancelled);
            }

            if (now < _starts)
            {
                return new(this, JobStatus.Queued, JobStatus.Queued, "", Started: null, Finished: null);
            }

            if (_ends is not { } ends || now < ends)
            {
                return new(this, JobStatus.Running, JobStatus.Running, "", _starts, Finished: null);
            }

            return _exceedsLimit ? Cancelled(ends) : new(this, Outcome.Status, Outcome.ResultStatus, Outcome.Message, _starts, ends);
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

            // Timers count whole milliseconds: rounded down, the wait would end early and turn.
            Task end = Task.Delay(
                _ends is { } ends ? TimeSpan.FromMilliseconds(Math.Ceiling((ends - now).TotalMilliseconds)) : Timeout.InfiniteTimeSpan, time, stop.Token);
            await Task.WhenAny(end, _cancellation.Task).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private JobSnapshot Cancelled(DateTimeOffset at) =>
        new(this, JobStatus.Cancelled, JobStatus.Cancelled, CancelledMessage, at > _starts ? _starts : null, at);
}
