using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Looks at one job again and again, in growing pauses. A server that cannot be reached for a few looks in a row is borne with.</summary>
/// <param name="id">The job.</param>
/// <param name="isKnown">Whether the job is known to have been there.</param>
/// <param name="wantsRecord">Whether the whole record is wanted of a job that has ended too.</param>
/// <param name="options">How to look.</param>
/// <param name="timeout">How long to look.</param>
/// <param name="jobs">The server.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Hears of each look.</param>
internal sealed class JobLooks(
    long id, bool isKnown, bool wantsRecord, FmeWaitOptions options, TimeSpan timeout, Versioned<IJobApi> jobs, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>How much longer each pause is than the one before.</summary>
    public const double DelayGrowth = 1.5;

    private const int MostFailuresInARow = 5;

    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _delay = options.InitialDelay;
    private TimeSpan? _pause;
    private FmeJobRecord? _last;
    private FmeServerUnavailableException? _failure;
    private int _failures;

    // "Infinite" is minus one millisecond, which no countdown may reach.
    private TimeSpan Remaining => timeout == Timeout.InfiniteTimeSpan
        ? timeout
        : TimeSpan.FromTicks(Math.Max(0, (timeout - timeProvider.GetElapsedTime(_start)).Ticks));

    /// <summary>Looks at once the first time, and after a pause each time after that.</summary>
    /// <exception cref="FmeJobPurgedException">The record is gone.</exception>
    /// <exception cref="FmeWaitTimeoutException">The time is up.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<JobLook> NextAsync(CancellationToken cancellationToken)
    {
        TimeSpan remaining = timeout;
        while (true)
        {
            if (_pause is { } pause)
            {
                pause = TimeLimit.Shorter(pause, Remaining);
                if (pause > TimeSpan.Zero)
                {
                    // A timer counts whole milliseconds and would take a fraction of one for no pause at all.
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
                }

                remaining = Remaining;
                if (remaining == TimeSpan.Zero)
                {
                    Log.WaitTimedOut(logger, id, timeout);
                    throw new FmeWaitTimeoutException(id, timeout, _last, ErrorContext.ReadingJob(id), _failure);
                }

                _delay = TimeLimit.Shorter(_delay * DelayGrowth, options.MaximumDelay);
            }

            _pause = _delay;
            try
            {
                FmeMetrics.Polled();
                IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
                JobLook look = await api.LookAsync(id, isKnown || _last is not null, wantsRecord, remaining, cancellationToken).ConfigureAwait(false);
                Log.Looked(logger, id, look.Status.Text);
                _failure = null;
                _failures = 0;
                return Seen(look);
            }
            catch (FmeServerUnavailableException unavailable) when (++_failures < MostFailuresInARow)
            {
                _failure = unavailable;
                Log.LookFailed(logger, id, _failures, unavailable.Message);
                if (unavailable.RetryAfter > _delay)
                {
                    _pause = TimeLimit.Shorter(unavailable.RetryAfter.Value, TimeLimit.Longest);
                }
            }
        }
    }

    private JobLook Seen(JobLook look)
    {
        _last = look.Record;
        if (_last is not null)
        {
            options.Progress?.Report(_last);
        }

        return look.Status.IsDeleted ? throw new FmeJobPurgedException(id, ErrorContext.ReadingJob(id)) : look;
    }
}
