using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Waits for jobs: by looking at them again and again, or by the server's own waiting call.</summary>
internal sealed class JobWaiter(Versioned<IJobApi> jobs, TimeSpan defaultTimeout, TimeProvider timeProvider, ILogger logger)
{
    private const double DelayGrowth = 1.5;
    private const int MostFailuresInARow = 5;

    private static readonly FmeWaitOptions Usual = new();

    public static void Check(FmeWaitOptions? options)
    {
        if (options is null)
        {
            return;
        }

        Require(options.Timeout is not { } timeout || timeout == Timeout.InfiniteTimeSpan || IsUsable(timeout), nameof(options.Timeout));
        Require(IsUsable(options.InitialDelay), nameof(options.InitialDelay));
        Require(IsUsable(options.MaximumDelay), nameof(options.MaximumDelay));
    }

    /// <summary>Refuses what the server's own waiting call cannot do.</summary>
    public static void CheckForTransact(FmeWaitOptions? options)
    {
        Check(options);
        if (options is { CancelJobOnCancellation: true } or { Progress: not null })
        {
            throw new ArgumentException(
                $"TransactAsync learns the job's id only at its end, so it can neither report progress nor cancel the job. Use RunAsync, or leave {nameof(options.CancelJobOnCancellation)} and {nameof(options.Progress)} unset.",
                nameof(options));
        }
    }

    public async Task<FmeJobResult> WaitAsync(long id, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        options ??= Usual;
        Check(options);
        using var traced = TracedOperation.Wait(id);
        try
        {
            FmeJobRecord record = await PollAsync(id, options, cancellationToken).ConfigureAwait(false);
            var result = FmeJobResult.Of(record);
            traced.SetResult(result);
            Tell(result, record.Repository, record.Workspace);
            return Conclude(result, options, ErrorContext.ReadingJob(id));
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
        catch (OperationCanceledException cancellation) when (options.CancelJobOnCancellation && cancellationToken.IsCancellationRequested)
        {
            await CancelJobAsync(id, cancellation, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits in the server's own waiting call.</summary>
    /// <param name="submission">What to run.</param>
    /// <param name="options">How to wait; checked by <see cref="CheckForTransact"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<FmeJobResult> TransactAsync(Submission submission, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        options ??= Usual;
        TimeSpan timeout = options.Timeout ?? defaultTimeout;
        IJobApi api = await jobs.ForAsync(FirstV4Build.ForTransact, timeout, cancellationToken).ConfigureAwait(false);
        FmeJobResult result = await api.TransactAsync(submission, timeout, cancellationToken).ConfigureAwait(false);
        Tell(result, submission.Repository, submission.Workspace);
        return Conclude(result, options, ErrorContext.Transacting(submission.Name));
    }

    private static FmeJobResult Conclude(FmeJobResult result, FmeWaitOptions options, ErrorContext context) =>
        result.Succeeded || !options.ThrowOnFailure ? result : throw new FmeJobFailedException(result, context);

    private void Tell(FmeJobResult result, string? repository, string? workspace)
    {
        FmeMetrics.JobEnded(result, repository, workspace);
        if (result.Succeeded)
        {
            Log.JobSucceeded(logger, result.Id, result.Status.Text);
        }
        else
        {
            Log.JobFailed(logger, result.Id, result.Status.Text);
        }
    }

    private async Task<FmeJobRecord> PollAsync(long id, FmeWaitOptions options, CancellationToken cancellationToken)
    {
        TimeSpan timeout = options.Timeout ?? defaultTimeout;
        long start = timeProvider.GetTimestamp();
        TimeSpan remaining = timeout;
        TimeSpan delay = options.InitialDelay;
        FmeJobRecord? last = null;
        FmeServerUnavailableException? failure = null;
        for (int failures = 0; ;)
        {
            TimeSpan pause = delay;
            try
            {
                IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
                FmeMetrics.Polled();
                last = await api.GetRecordAsync(id, remaining, cancellationToken).ConfigureAwait(false);
                Log.Looked(logger, id, last.Status.Text);
                failure = null;
                failures = 0;
                options.Progress?.Report(last);
                if (last.Status.IsFinal)
                {
                    return last;
                }
            }
            catch (FmeServerUnavailableException unavailable) when (++failures < MostFailuresInARow)
            {
                failure = unavailable;
                Log.LookFailed(logger, id, failures, unavailable.Message);
                pause = unavailable.RetryAfter > delay ? TimeLimit.Shorter(unavailable.RetryAfter.Value, TimeLimit.Longest) : delay;
            }

            pause = TimeLimit.Shorter(pause, Remaining());
            if (pause > TimeSpan.Zero)
            {
                // A timer counts whole milliseconds and would take a fraction of one for no pause at all.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
            }

            remaining = Remaining();
            if (remaining == TimeSpan.Zero)
            {
                Log.WaitTimedOut(logger, id, timeout);
                throw new FmeWaitTimeoutException(id, timeout, last, ErrorContext.ReadingJob(id), failure);
            }

            delay = TimeLimit.Shorter(delay * DelayGrowth, options.MaximumDelay);
        }

        // "Infinite" is minus one millisecond, which no countdown may reach.
        TimeSpan Remaining() => timeout == Timeout.InfiniteTimeSpan
            ? timeout
            : TimeSpan.FromTicks(Math.Max(0, (timeout - timeProvider.GetElapsedTime(start)).Ticks));
    }

    // The caller's token is spent by now; the request's own time limit still bounds this.
    private async Task CancelJobAsync(long id, OperationCanceledException cancellation, CancellationToken cancellationToken)
    {
        try
        {
            IJobApi api = await jobs.ForAsync(FirstV4Build.ForCancel, CancellationToken.None).ConfigureAwait(false);
            await api.CancelAsync(id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (FmeException failure)
        {
            throw new OperationCanceledException(
                $"The waiting was cancelled, but job {id} goes on: {failure.Message}",
                new AggregateException(cancellation, failure),
                cancellationToken);
        }
    }

    private static bool IsUsable(TimeSpan time) => time > TimeSpan.Zero && time <= TimeLimit.Longest;

    private static void Require(bool condition, string name)
    {
        if (!condition)
        {
            throw new ArgumentException($"{nameof(FmeWaitOptions)}.{name} has to be greater than zero and at most {TimeLimit.Longest.Days} days.");
        }
    }
}
