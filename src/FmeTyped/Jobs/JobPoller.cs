using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>
/// Decides when one job is polled again, with growing pauses or by calls that the server answers when the job has ended, and when to stop. It continues when a
/// few polls in a row cannot reach the server.
/// </summary>
/// <param name="job">The job.</param>
/// <param name="readsRecords">Whether the whole record is read even if the job has ended.</param>
/// <param name="longPolling">The client's long polls; null if every state is wanted.</param>
/// <param name="options">How to poll.</param>
/// <param name="timeout">How long to poll.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Logs each poll.</param>
internal sealed class JobPoller(
    FmeJobHandle job, bool readsRecords, LongPolling? longPolling, FmeWaitOptions options, TimeSpan timeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The factor by which each pause is longer than the previous one.</summary>
    public const double DelayGrowth = 1.5;

    private const int MostFailuresInARow = 5;

    // A server that holds its answers for ever would keep a caller for ever.
    private const int MostHoldsInARow = 2;

    private readonly Deadline _deadline = new(timeout, timeProvider);
    private TimeSpan _delay = options.InitialDelay;
    private TimeSpan _pause;
    private bool _hasStarted;
    private bool _holds;
    private bool _isEndTold;
    private byte _holdsInVain;
    private FmeServerUnavailableException? _failure;
    private byte _failures;

    /// <summary>The last successful poll; null if there is none.</summary>
    public IJobPoll? Last { get; private set; }

    /// <summary>Pauses before each poll but the first.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) =>
        _pause == TimeSpan.Zero ? Task.CompletedTask : _deadline.PauseAsync(_pause, cancellationToken);

    /// <summary>Starts a poll after its pause.</summary>
    /// <returns>The time limit of the poll.</returns>
    /// <exception cref="FmeWaitTimeoutException">The time is up.</exception>
    public TimeSpan Start()
    {
        TimeSpan remaining = _deadline.Timeout;
        if (_hasStarted)
        {
            remaining = _deadline.Remaining;
            if (remaining == TimeSpan.Zero)
            {
                Log.WaitTimedOut(logger, job.Id, _deadline.Timeout);
                throw new FmeWaitTimeoutException(job.Id, _deadline.Timeout, Last as FmeJobRecord, ErrorContext.ReadingJob(job.Id), _failure);
            }
        }

        if (_pause != TimeSpan.Zero)
        {
            _delay = TimeLimit.Shorter(_delay * DelayGrowth, options.MaximumDelay);
        }

        _hasStarted = true;
        _pause = _delay;
        return remaining;
    }

    /// <summary>Asks once, over a version of the REST API: where the job stands, or how it ended.</summary>
    public Task<IJobPoll> AskAsync(IJobApi api, TimeSpan remaining, CancellationToken cancellationToken)
    {
        _holds = longPolling is not null && api.HasLongPoll && !_isEndTold && _holdsInVain < MostHoldsInARow && longPolling.TryBegin(remaining);
        return _holds
            ? api.LongPollAsync(job.Id, longPolling!.LimitOf(remaining), cancellationToken)
            : api.PollAsync(job.Id, readsRecords, remaining, cancellationToken);
    }

    /// <summary>Ends a poll, whatever its outcome.</summary>
    public void End()
    {
        if (_holds)
        {
            _holds = false;
            longPolling!.End();
        }
    }

    /// <summary>Processes the result of a poll.</summary>
    /// <exception cref="FmeJobPurgedException">The job was deleted.</exception>
    public void Succeed(IJobPoll poll)
    {
        Log.Polled(logger, job.Id, poll.Status.Text);
        if (_holds && readsRecords)
        {
            // Only a poll reads the record.
            _isEndTold = true;
            _pause = TimeSpan.Zero;
            return;
        }

        if (_holdsInVain == MostHoldsInARow && poll.HasEnded)
        {
            longPolling!.Suspend(); // It may have ended long ago.
        }

        _holdsInVain = 0;
        _failure = null;
        _failures = 0;
        Last = poll;
        if (poll is FmeJobRecord record)
        {
            options.Progress?.Report(record);
        }

        if (poll.Status.IsDeleted)
        {
            throw new FmeJobPurgedException(job.Id, ErrorContext.ReadingJob(job.Id));
        }
    }

    /// <summary>Whether a failed poll is one for <see cref="Fail"/>. Every other failure ends the polling.</summary>
    public bool Handles(FmeException failure) => _holds || failure switch
    {
        FmeServerUnavailableException => ++_failures < MostFailuresInARow,
        FmeNotFoundException missing => missing.IsServersOwn && (job.IsOfSubmission || Last is FmeJobRecord),
        _ => false,
    };

    /// <summary>Processes a failed poll. The next one follows, unless the record is gone.</summary>
    /// <exception cref="FmeJobPurgedException">The record is gone.</exception>
    public void Fail(FmeException failure)
    {
        if (_holds)
        {
            FailToHold(failure as FmeServerUnavailableException);
            return;
        }

        _holdsInVain = 0;
        if (failure is FmeNotFoundException missing)
        {
            throw FmeJobPurgedException.From(job.Id, missing);
        }

        _failure = (FmeServerUnavailableException)failure;
        Log.PollFailed(logger, job.Id, _failures, _failure.Message);
        _pause = Deadline.PauseOf(_delay, _failure.RetryAfter);
    }

    // Whatever it was, a poll tells the caller what is wrong, if anything is.
    private void FailToHold(FmeServerUnavailableException? failure)
    {
        _pause = Deadline.PauseOf(TimeSpan.Zero, failure?.RetryAfter);
        if (failure is { IsTimeLimit: true })
        {
            _holdsInVain++;
        }
        else
        {
            longPolling!.Suspend();
            Log.LongPollFailed(logger, job.Id);
        }
    }
}
