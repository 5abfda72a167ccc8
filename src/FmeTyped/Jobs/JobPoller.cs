using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Looks at one job again and again, in growing pauses. It goes on when the server cannot be reached for a few looks in a row.</summary>
/// <param name="id">The job.</param>
/// <param name="isKnown">Whether the job is known to have been there.</param>
/// <param name="wantsRecord">Whether the whole record is wanted of a job that has ended too.</param>
/// <param name="options">How to look.</param>
/// <param name="timeout">How long to look.</param>
/// <param name="jobs">The server.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Hears of each look.</param>
internal sealed class JobPoller(
    long id, bool isKnown, bool wantsRecord, FmeWaitOptions options, TimeSpan timeout, ApiVersionSelector<IJobApi> jobs, TimeProvider timeProvider,
    ILogger logger)
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

    /// <summary>Looks at once the first time, and after a pause each time after that.</summary>
    /// <exception cref="FmeJobPurgedException">The record is gone.</exception>
    /// <exception cref="FmeWaitTimeoutException">The time is up.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<JobSnapshot> NextAsync(CancellationToken cancellationToken)
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
                    Log.WaitTimedOut(logger, id, _deadline.Timeout);
                    throw new FmeWaitTimeoutException(id, _deadline.Timeout, _last, ErrorContext.ReadingJob(id), _failure);
                }

                _delay = TimeLimit.Shorter(_delay * DelayGrowth, options.MaximumDelay);
            }

            _pause = _delay;
            try
            {
                FmeMetrics.Polled();
                IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
                JobSnapshot look = await api.PollAsync(id, isKnown || _last is not null, wantsRecord, remaining, cancellationToken).ConfigureAwait(false);
                Log.Looked(logger, id, look.Status.Text);
                _failure = null;
                _failures = 0;
                return Seen(look);
            }
            catch (FmeServerUnavailableException unavailable) when (++_failures < MostFailuresInARow)
            {
                _failure = unavailable;
                Log.LookFailed(logger, id, _failures, unavailable.Message);
                _pause = Deadline.PauseOf(_delay, unavailable.RetryAfter);
            }
        }
    }

    private JobSnapshot Seen(JobSnapshot look)
    {
        _last = look.Record;
        if (_last is not null)
        {
            options.Progress?.Report(_last);
        }

        return look.Status.IsDeleted ? throw new FmeJobPurgedException(id, ErrorContext.ReadingJob(id)) : look;
    }
}
