using System.Threading.Channels;

namespace FmeTyped;

/// <summary>
/// Long polls of the oldest jobs of a batch, which end first where jobs run in their order: one request each, and the end is known at once. What they do not
/// tell, the rounds of the <see cref="JobWatcher"/> find out, which ask about every job.
/// </summary>
/// <param name="services">The services that the jobs use.</param>
/// <param name="end">Called with the end of a job.</param>
internal sealed class HeldJobs(JobServices services, Func<WatchedJob, FmeJobResult, bool> end)
{
    private readonly Channel<WatchedJob> _jobs = Channel.CreateUnbounded<WatchedJob>();

    /// <summary>Adds a job after those that are there.</summary>
    public void Add(WatchedJob job) => _jobs.Writer.TryWrite(job);

    /// <summary>Starts the long polls: each ends when the token is cancelled.</summary>
    public IEnumerable<Task> Start(CancellationToken cancellationToken) =>
        Enumerable.Range(0, LongPolling.MostAtOnce).Select(_ => RunAsync(cancellationToken));

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (WatchedJob job in _jobs.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            bool mayGoOn;
            do
            {
                mayGoOn = await HoldAsync(job, cancellationToken).ConfigureAwait(false);
            }
            while (mayGoOn);
        }
    }

    // False if the job has ended, or is left to the rounds.
    private async Task<bool> HoldAsync(WatchedJob job, CancellationToken cancellationToken)
    {
        LongPolling longPolling = services.LongPolling;
        TimeSpan remaining = job.Deadline.Remaining;
        if (job.End.Task.IsCompleted || !longPolling.TryBegin(remaining))
        {
            return false;
        }

        try
        {
            IJobApi api = await services.Jobs.ForAsync(FirstV4Build.ForRecord, remaining, cancellationToken).ConfigureAwait(false);
            if (api.HasLongPoll)
            {
                IJobPoll poll = await api.LongPollAsync(job.Handle.Id, longPolling.LimitOf(remaining), cancellationToken).ConfigureAwait(false);
                _ = !poll.Status.IsDeleted && end(job, FmeJobResult.Of(poll));
            }

            return false;
        }
        catch (FmeServerUnavailableException failure) when (failure.IsTimeLimit && !job.End.Task.IsCompleted)
        {
            return true;
        }
        catch (FmeNotFoundException missing) when (missing.IsServersOwn)
        {
            return false; // It was purged. The server understood the call.
        }
        catch (FmeException)
        {
            longPolling.Suspend();
            return false;
        }
        finally
        {
            longPolling.End();
        }
    }
}
