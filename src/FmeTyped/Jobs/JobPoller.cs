using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>
/// Decides when one job is polled again, with growing pauses, and when to stop. It continues when a few polls in a row cannot reach the server.
/// </summary>
/// <param name="job">The job.</param>
/// <param name="readsRecords">Whether the whole record is read even if the job has ended.</param>
/// <param name="options">How to poll.</param>
/// <param name="timeout">How long to poll.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Logs each poll.</param>
internal sealed class JobPoller(FmeJobHandle job, bool readsRecords, FmeWaitOptions options, TimeSpan timeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The factor by which each pause is longer than the previous one.</summary>
    public const double DelayGrowth = 1.5;

    private const int MostFailuresInARow = 5;

    private readonly Deadline _deadline = new(timeout, timeProvider);
    private TimeSpan _delay = options.InitialDelay;
    private TimeSpan _pause; // Zero before the first poll.
    private FmeServerUnavailableException? _failure;
    private int _failures;

    /// <summary>Whether the whole record is read even if the job has ended.</summary>
    public bool ReadsRecords => readsRecords;

    /// <summary>The result of the last successful poll.</summary>
    public JobPoll Last { get; private set; }

    /// <summary>Pauses before each poll but the first.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) =>
        _pause == TimeSpan.Zero ? Task.CompletedTask : _deadline.PauseAsync(_pause, cancellationToken);

    /// <summary>Starts a poll after its pause.</summary>
    /// <returns>The time limit of the poll.</returns>
    /// <exception cref="FmeWaitTimeoutException">The time is up.</exception>
    public TimeSpan Start()
    {
        TimeSpan remaining = _deadline.Timeout;
        if (_pause != TimeSpan.Zero)
        {
            remaining = _deadline.Remaining;
            if (remaining == TimeSpan.Zero)
            {
                Log.WaitTimedOut(logger, job.Id, _deadline.Timeout);
                throw new FmeWaitTimeoutException(job.Id, _deadline.Timeout, Last.Record, ErrorContext.ReadingJob(job.Id), _failure);
            }

            _delay = TimeLimit.Shorter(_delay * DelayGrowth, options.MaximumDelay);
        }

        _pause = _delay;
        FmeMetrics.Polled();
        return remaining;
    }

    /// <summary>Processes the result of a poll.</summary>
    /// <exception cref="FmeJobPurgedException">The job was deleted.</exception>
    public void Succeed(JobPoll poll)
    {
        Log.Polled(logger, job.Id, poll.Status.Text);
        _failure = null;
        _failures = 0;
        Last = poll;
        if (poll.Record is { } record)
        {
            options.Progress?.Report(record);
        }

        if (poll.Status.IsDeleted)
        {
            throw new FmeJobPurgedException(job.Id, ErrorContext.ReadingJob(job.Id));
        }
    }

    /// <summary>Whether a failed poll is one for <see cref="Fail"/>. Every other failure ends the polling.</summary>
    public bool Handles(FmeException failure) => failure switch
    {
        FmeServerUnavailableException => ++_failures < MostFailuresInARow,
        FmeNotFoundException missing => missing.IsServersOwn && (job.IsOfSubmission || Last.Record is not null),
        _ => false,
    };

    /// <summary>Processes a failed poll. The next one follows, unless the record is gone.</summary>
    /// <exception cref="FmeJobPurgedException">The record is gone.</exception>
    public void Fail(FmeException failure)
    {
        if (failure is FmeNotFoundException missing)
        {
            throw FmeJobPurgedException.From(job.Id, missing);
        }

        _failure = (FmeServerUnavailableException)failure;
        Log.PollFailed(logger, job.Id, _failures, _failure.Message);
        _pause = Deadline.PauseOf(_delay, _failure.RetryAfter);
    }
}
