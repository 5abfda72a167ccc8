using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Polls one job, in growing pauses. It goes on when the server cannot be reached for a few polls in a row.</summary>
/// <param name="job">The job.</param>
/// <param name="readsRecords">Whether the whole record is read of a job that has ended, too.</param>
/// <param name="options">How to poll.</param>
/// <param name="timeout">How long to poll.</param>
/// <param name="jobs">The server.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Hears of each poll.</param>
internal sealed class JobPoller(
    FmeJobHandle job, bool readsRecords, FmeWaitOptions options, TimeSpan timeout, ApiVersionSelector<IJobApi> jobs, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>How much longer each pause is than the one before.</summary>
    public const double DelayGrowth = 1.5;

    private const int MostFailuresInARow = 5;

    private readonly Deadline _deadline = new(timeout, timeProvider);
    private TimeSpan _delay = options.InitialDelay;
    private TimeSpan? _pause;
    private FmeJobRecord? _last;
    private FmeServerUnavailableException? _failure;
    private int _failures;

    /// <summary>Polls the job: at once the first time, and after a pause each time after that.</summary>
    /// <exception cref="FmeJobPurgedException">The record is gone.</exception>
    /// <exception cref="FmeWaitTimeoutException">The time is up.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<JobPoll> NextAsync(CancellationToken cancellationToken)
    {
        TimeSpan remaining = _deadline.Timeout;
        while (true)
        {
            if (_pause is { } pause)
            {
                await _deadline.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
                remaining = _deadline.Remaining;
                if (remaining == TimeSpan.Zero)
                {
                    Log.WaitTimedOut(logger, job.Id, _deadline.Timeout);
                    throw new FmeWaitTimeoutException(job.Id, _deadline.Timeout, _last, ErrorContext.ReadingJob(job.Id), _failure);
                }

                _delay = TimeLimit.Shorter(_delay * DelayGrowth, options.MaximumDelay);
            }

            _pause = _delay;
            try
            {
                FmeMetrics.Polled();
                IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
                return Polled(readsRecords
                    ? new JobPoll(await api.GetRecordAsync(job.Id, remaining, cancellationToken).ConfigureAwait(false))
                    : await api.PollAsync(job.Id, remaining, cancellationToken).ConfigureAwait(false));
            }
            catch (FmeServerUnavailableException unavailable) when (++_failures < MostFailuresInARow)
            {
                _failure = unavailable;
                Log.PollFailed(logger, job.Id, _failures, unavailable.Message);
                _pause = Deadline.PauseOf(_delay, unavailable.RetryAfter);
            }
            catch (FmeNotFoundException missing) when (missing.IsServersOwn && (job.IsOfSubmission || _last is not null))
            {
                throw FmeJobPurgedException.From(job.Id, missing);
            }
        }
    }

    private JobPoll Polled(JobPoll poll)
    {
        Log.Polled(logger, job.Id, poll.Status.Text);
        _failure = null;
        _failures = 0;
        _last = poll.Record;
        if (_last is not null)
        {
            options.Progress?.Report(_last);
        }

        return poll.Status.IsDeleted ? throw new FmeJobPurgedException(job.Id, ErrorContext.ReadingJob(job.Id)) : poll;
    }
}
