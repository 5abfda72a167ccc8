using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Waits for jobs, by polling them or with the server's transact call.</summary>
internal sealed class JobWaiter(
    ApiVersionSelector<IJobApi> jobs,
    LongPolling longPolling,
    TimeSpan defaultTimeout,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    /// <summary>The default wait options.</summary>
    public static FmeWaitOptions Usual { get; } = new();

    /// <summary>How long to wait if the options do not say.</summary>
    public TimeSpan DefaultTimeout => defaultTimeout;

    /// <summary>Waits until a job has ended.</summary>
    /// <param name="job">The job.</param>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<FmeJobResult> WaitAsync(FmeJobHandle job, FmeWaitOptions? options, CancellationToken cancellationToken)
    {
        options ??= Usual;
        FmeWaitOptionsValidation.Check(options);
        using var traced = telemetry.Wait(job.Id);
        try
        {
            // A handle that was made from an id alone does not know the workspace.
            JobPoller poller = PollerOf(
                job, readsRecords: options.Progress is not null || job.Workspace is null, options.Progress is null ? longPolling : null, options);
            do
            {
                await poller.PauseAsync(cancellationToken).ConfigureAwait(false);
                TimeSpan remaining = poller.Start();
                telemetry.Metrics.Polled();
                try
                {
                    IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
                    IJobPoll poll = await poller.AskAsync(api, remaining, cancellationToken).ConfigureAwait(false);
                    poller.Succeed(poll);
                }
                catch (FmeException failure) when (poller.Handles(failure))
                {
                    poller.Fail(failure);
                }
                finally
                {
                    poller.End();
                }
            }
            while (poller.Last is not { HasEnded: true });

            FmeJobResult result = FmeJobResult.Of(poller.Last);
            if (options.MinimumFeatures is not null)
            {
                result = await CountedAsync(result, options, cancellationToken).ConfigureAwait(false);
            }

            traced.SetResult(result);
            var record = poller.Last as FmeJobRecord;
            JobTelemetry.Ended(telemetry.Metrics, logger, result, job.Repository ?? record?.Repository, job.Workspace ?? record?.Workspace);
            return Conclude(result, options, ErrorContext.ReadingJob(job.Id));
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
        catch (OperationCanceledException cancellation) when (cancellationToken.IsCancellationRequested)
        {
            if (options.CancelJobOnCancellation)
            {
                await CancelJobAsync(job.Id, cancellation, cancellationToken).ConfigureAwait(false);
            }

            // If the same call submitted the job, the caller can learn its id only from this exception.
            ErrorContext context = new("wait for job", job.Id);
            string rest = options.CancelJobOnCancellation ? "and the server was asked to cancel the job" : "and the job goes on";
            throw new FmeOperationCanceledException(
                "The wait was cancelled.",
                new FmeException($"Could not {context.Operation}: the call was cancelled, {rest}.", context, cancellation),
                cancellationToken);
        }
    }

    /// <summary>Returns the first record of a job, and then each record with a changed status, until the job has ended.</summary>
    /// <param name="job">The job.</param>
    /// <param name="options">How to wait; checked by <see cref="FmeWaitOptionsValidation.CheckForWatch"/>.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async IAsyncEnumerable<FmeJobRecord> WatchAsync(
        FmeJobHandle job, FmeWaitOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JobPoller poller = PollerOf(job, readsRecords: true, longPolling: null, options ?? Usual);
        FmeJobStatus? last = null;
        do
        {
            await poller.PauseAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan remaining = poller.Start();
            telemetry.Metrics.Polled();
            try
            {
                IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
                IJobPoll poll = await poller.AskAsync(api, remaining, cancellationToken).ConfigureAwait(false);
                poller.Succeed(poll);
            }
            catch (FmeException failure) when (poller.Handles(failure))
            {
                poller.Fail(failure);
            }

            if (poller.Last is FmeJobRecord record && record.Status != last)
            {
                last = record.Status;
                yield return record;
            }
        }
        while (last is not { IsFinal: true });
    }

    /// <summary>How a job ended, with its number of features from the log if that is required and the record lacks it.</summary>
    public async Task<FmeJobResult> CountedAsync(FmeJobResult result, FmeWaitOptions options, CancellationToken cancellationToken)
    {
        result = result.WithFeatures(options.MinimumFeatures, result.FeatureCount);
        if (!result.HasTooFewFeatures || result.FeatureCount is not null)
        {
            return result;
        }

        // The job has ended in time. Reading an endless log must not take longer than the wait itself could have.
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
            return result; // Without a log the number is unknown, and the result says so.
        }
    }

    /// <summary>Runs the job with the server's transact call.</summary>
    /// <param name="submission">What to run, and how to wait; checked by <see cref="FmeWaitOptionsValidation.CheckForTransact"/>.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<FmeJobResult> TransactAsync(Submission submission, CancellationToken cancellationToken)
    {
        FmeWaitOptions options = submission.Options.Wait ?? Usual;
        TimeSpan timeout = options.Timeout ?? defaultTimeout;
        IJobApi api = await jobs.ForAsync(FirstV4Build.ForTransact, timeout, cancellationToken).ConfigureAwait(false);
        FmeJobResult result = await api.TransactAsync(submission, timeout, cancellationToken).ConfigureAwait(false);
        result = result.WithFeatures(options.MinimumFeatures, result.FeatureCount);
        JobTelemetry.Ended(telemetry.Metrics, logger, result, submission.Repository, submission.Workspace);
        return Conclude(result, options, ErrorContext.Transacting(submission));
    }

    private static FmeJobResult Conclude(FmeJobResult result, FmeWaitOptions options, ErrorContext context) =>
        result.Succeeded || !options.ThrowOnFailure ? result : throw new FmeJobFailedException(result, context);

    private JobPoller PollerOf(FmeJobHandle job, bool readsRecords, LongPolling? longPolling, FmeWaitOptions options) =>
        new(job, readsRecords, longPolling, options, options.Timeout ?? defaultTimeout, timeProvider, logger);

    // The caller's token is already cancelled. The request's own time limit still applies.
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
                $"The wait was cancelled, but job {id} goes on: {failure.Message}",
                id,
                new AggregateException(cancellation, failure),
                cancellationToken);
        }
    }
}
