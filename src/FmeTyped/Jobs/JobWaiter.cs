using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Waits for jobs: by looking at them again and again, or by the server's own waiting call.</summary>
internal sealed class JobWaiter(ApiVersionSelector<IJobApi> jobs, TimeSpan defaultTimeout, TimeProvider timeProvider, ILogger logger)
{
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
                $"WatchAsync only looks: leave {nameof(options.CancelJobOnCancellation)} and {nameof(options.MinimumFeatures)} unset, or use "
                    + "WaitAsync.", nameof(options));
        }
    }

    /// <summary>Refuses what the server's own waiting call cannot do.</summary>
    public static void CheckForTransact(FmeWaitOptions? options)
    {
        Check(options);
        if (options is { CancelJobOnCancellation: true } or { Progress: not null })
        {
            throw new ArgumentException(
                "TransactAsync learns the job's id only at its end, so it can neither report progress nor cancel the job. Use RunAsync, or leave "
                    + $"{nameof(options.CancelJobOnCancellation)} and {nameof(options.Progress)} unset.",
                nameof(options));
        }
    }

    /// <summary>Waits until a job has ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isKnown">Whether the job is known to have been there.</param>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<FmeJobResult> WaitAsync(long id, bool isKnown, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        options ??= Usual;
        Check(options);
        using var traced = TracedOperation.Wait(id);
        try
        {
            JobPoller looks = LooksAt(id, isKnown, wantsRecord: options.Progress is not null || FmeMetrics.TellsOfJobs, options);
            JobSnapshot look;
            do
            {
                look = await looks.NextAsync(cancellationToken).ConfigureAwait(false);
            }
            while (!look.Status.IsFinal);

            FmeJobResult result = look.ToResult();
            if (options.MinimumFeatures is not null)
            {
                result = await CountedAsync(result, options, cancellationToken).ConfigureAwait(false);
            }

            traced.SetResult(result);
            Tell(result, look.Record?.Repository, look.Record?.Workspace);
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
            throw new FmeOperationCanceledException(
                "The waiting was cancelled.", new FmeException($"Could not {context.Operation}: the call was cancelled, {rest}.", context, cancellation),
                cancellationToken);
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
        JobPoller looks = LooksAt(id, isKnown, wantsRecord: true, options ?? Usual);
        FmeJobStatus? last = null;
        do
        {
            JobSnapshot look = await looks.NextAsync(cancellationToken).ConfigureAwait(false);
            if (look.Status != last)
            {
                yield return look.Record!;
            }

            last = look.Status;
        }
        while (last is { IsFinal: false });
    }

    /// <summary>How a job ended, with the number of its features where that is asked for and only the log tells it.</summary>
    public async Task<FmeJobResult> CountedAsync(FmeJobResult result, FmeWaitOptions options, CancellationToken cancellationToken)
    {
        result = result.WithFeatures(options.MinimumFeatures, result.FeatureCount);
        if (!result.HasTooFewFeatures || result.FeatureCount is not null)
        {
            return result;
        }

        // The job has ended in time; that its log has no end may not keep the caller for longer than the job might have.
        using var limit = new TimeLimit(options.Timeout ?? defaultTimeout, timeProvider, cancellationToken);
        try
        {
            IJobApi api = await jobs.ForAsync(FirstV4Build.ForLog, limit.Token).ConfigureAwait(false);
            FeatureSummary? summary = await FeatureSummaryReader.ReadAsync(api.ReadLogLinesAsync(result.Id, limit.Token), static name => name)
                .ConfigureAwait(false);
            return result.WithFeatures(options.MinimumFeatures, summary?.Total);
        }
        catch (Exception failure) when (failure is FmeNotFoundException || (failure is OperationCanceledException && limit.IsOver))
        {
            return result; // Without a log nothing tells, which the result says.
        }
    }

    /// <summary>Waits in the server's own waiting call.</summary>
    /// <param name="submission">What to run, and how to wait; checked by <see cref="CheckForTransact"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<FmeJobResult> TransactAsync(Submission submission, CancellationToken cancellationToken)
    {
        FmeWaitOptions options = submission.Options.Wait ?? Usual;
        TimeSpan timeout = options.Timeout ?? defaultTimeout;
        IJobApi api = await jobs.ForAsync(FirstV4Build.ForTransact, timeout, cancellationToken).ConfigureAwait(false);
        FmeJobResult result = await api.TransactAsync(submission, timeout, cancellationToken).ConfigureAwait(false);
        result = result.WithFeatures(options.MinimumFeatures, result.FeatureCount);
        Tell(result, submission.Repository, submission.Workspace);
        return Conclude(result, options, ErrorContext.Transacting(submission));
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

    private JobPoller LooksAt(long id, bool isKnown, bool wantsRecord, FmeWaitOptions options) =>
        new(id, isKnown, wantsRecord, options, options.Timeout ?? defaultTimeout, jobs, timeProvider, logger);

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
            throw new FmeOperationCanceledException(
                $"The waiting was cancelled, but job {id} goes on: {failure.Message}",
                id,
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
