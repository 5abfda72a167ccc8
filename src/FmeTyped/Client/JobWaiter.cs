using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Waits for jobs: by looking at them again and again, or by the server's own waiting call.</summary>
internal sealed class JobWaiter(Versioned<IJobApi> jobs, JobRecords records, TimeSpan defaultTimeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>How much longer each pause is than the one before.</summary>
    public const double DelayGrowth = 1.5;

    private const int MostFailuresInARow = 5;

    /// <summary>The usual way to wait.</summary>
    public static FmeWaitOptions Usual { get; } = new();

    /// <summary>How long to wait where the options do not say.</summary>
    public TimeSpan DefaultTimeout => defaultTimeout;

    public static void Check(FmeWaitOptions? options)
    {
        if (options is null)
        {
            return;
        }

        Require(options.Timeout is not { } timeout || timeout == Timeout.InfiniteTimeSpan || IsUsable(timeout), nameof(options.Timeout));
        Require(IsUsable(options.InitialDelay), nameof(options.InitialDelay));
        Require(IsUsable(options.MaximumDelay), nameof(options.MaximumDelay));
        if (options.MinimumFeatures < 0)
        {
            throw new ArgumentException($"{nameof(FmeWaitOptions)}.{nameof(options.MinimumFeatures)} may not be negative.");
        }
    }

    /// <summary>Refuses what watching a job cannot do.</summary>
    public static void CheckForWatch(FmeWaitOptions? options)
    {
        Check(options);
        if (options is { CancelJobOnCancellation: true } or { MinimumFeatures: not null })
        {
            throw new ArgumentException(
                $"WatchAsync only looks: leave {nameof(options.CancelJobOnCancellation)} and {nameof(options.MinimumFeatures)} unset, or use WaitAsync.", nameof(options));
        }
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

    /// <summary>Waits until a job has ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isKnown">Whether the job is known to have been there.</param>
    /// <param name="options">How to wait; null for the usual way.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<FmeJobResult> WaitAsync(long id, bool isKnown, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        options ??= Usual;
        Check(options);
        using var traced = TracedOperation.Wait(id);
        try
        {
            FmeJobRecord? last = null;
            await foreach (FmeJobRecord record in LookAsync(id, isKnown, options, cancellationToken).ConfigureAwait(false))
            {
                last = record;
            }

            FmeJobResult result = await ResultOfAsync(last!, options, cancellationToken).ConfigureAwait(false);
            traced.SetResult(result);
            Tell(result, last!.Repository, last.Workspace);
            return Conclude(result, options, ErrorContext.ReadingJob(id));
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
        catch (OperationCanceledException cancellation) when (cancellationToken.IsCancellationRequested)
        {
            if (options.CancelJobOnCancellation)
            {
                await CancelJobAsync(id, cancellation, cancellationToken).ConfigureAwait(false);
            }

            // Who waits for a job that the same call submitted has its id from nowhere else.
            ErrorContext context = new($"wait for job {id}", id);
            string rest = options.CancelJobOnCancellation ? "and the server was asked to cancel the job" : "and the job goes on";
            throw new OperationCanceledException(
                "The waiting was cancelled.", new FmeException($"Could not {context.Operation}: the call was cancelled, {rest}.", context, cancellation), cancellationToken);
        }
    }

    /// <summary>Gives the first look at a job, and then each that shows another status, until the job has ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isKnown">Whether the job is known to have been there.</param>
    /// <param name="options">How to wait; checked by <see cref="CheckForWatch"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async IAsyncEnumerable<FmeJobRecord> WatchAsync(
        long id, bool isKnown, FmeWaitOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FmeJobRecord? last = null;
        await foreach (FmeJobRecord record in LookAsync(id, isKnown, options ?? Usual, cancellationToken).ConfigureAwait(false))
        {
            if (record.Status != last?.Status)
            {
                yield return record;
            }

            last = record;
        }
    }

    /// <summary>How a job ended, with the number of its features where that is asked for and only the log tells it.</summary>
    public async Task<FmeJobResult> ResultOfAsync(FmeJobRecord record, FmeWaitOptions options, CancellationToken cancellationToken)
    {
        FmeJobResult result = FmeJobResult.Of(record) with { MinimumFeatures = options.MinimumFeatures };
        if (!result.HasTooFewFeatures || result.FeatureCount is not null)
        {
            return result;
        }

        try
        {
            IJobApi api = await jobs.ForAsync(FirstV4Build.ForLog, cancellationToken).ConfigureAwait(false);
            return result with { FeatureCount = (await FeatureSummaryReader.ReadAsync(api.ReadLogLinesAsync(record.Id, cancellationToken)).ConfigureAwait(false))?.Total };
        }
        catch (FmeNotFoundException)
        {
            return result; // Without a log nothing tells, which the result says.
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
        return ConcludeTransact(result, submission, options);
    }

    /// <summary>Tells of the end of a waiting call, and throws if the job ended badly and that is wanted.</summary>
    public FmeJobResult ConcludeTransact(FmeJobResult result, Submission submission, FmeWaitOptions? options)
    {
        options ??= Usual;
        result = result with { MinimumFeatures = options.MinimumFeatures };
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

    /// <summary>Looks at a job in growing pauses, up to the look at its end.</summary>
    private async IAsyncEnumerable<FmeJobRecord> LookAsync(
        long id, bool isKnown, FmeWaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
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
            FmeJobRecord? seen = null;
            try
            {
                FmeMetrics.Polled();
                seen = await records.ReadAsync(id, isKnown || last is not null, remaining, cancellationToken).ConfigureAwait(false);
                Log.Looked(logger, id, seen.Status.Text);
                failure = null;
                failures = 0;
            }
            catch (FmeServerUnavailableException unavailable) when (++failures < MostFailuresInARow)
            {
                failure = unavailable;
                Log.LookFailed(logger, id, failures, unavailable.Message);
                pause = unavailable.RetryAfter > delay ? TimeLimit.Shorter(unavailable.RetryAfter.Value, TimeLimit.Longest) : delay;
            }

            if (seen is not null)
            {
                last = seen;
                options.Progress?.Report(last);
                if (last.Status.IsDeleted)
                {
                    throw new FmeJobPurgedException(id, ErrorContext.ReadingJob(id));
                }

                yield return last;
                if (last.Status.IsFinal)
                {
                    yield break;
                }
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
