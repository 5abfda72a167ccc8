using System.Collections.Concurrent;

namespace FmeTyped.Testing;

/// <summary>
/// All jobs of the emulator, whichever API version they were submitted by. Each has an engine when its time in the queue is over: A014.
/// Thread-safe.
/// </summary>
internal sealed class JobStore(JobScripts scripts, TimeProvider time, TimeSpan queueTime, TimeSpan runTime)
{
    private readonly ConcurrentDictionary<long, Job> _jobs = new();
    private long _lastId;

    public JobSnapshot Submit(JobOrder order)
    {
        Job job = Create(order);
        _jobs[job.Id] = job;
        return At(job);
    }

    public Task<JobSnapshot> SubmitAndWaitAsync(JobOrder order, CancellationToken cancellationToken)
    {
        Job job = Create(order);

        // Waiting begins before anybody can see the job, so that a test that sees it can move a fake clock at once.
        Task<JobSnapshot> end = job.WaitForEndAsync(time, cancellationToken);
        _jobs[job.Id] = job;
        return end;
    }

    public JobSnapshot? Find(long id) => _jobs.TryGetValue(id, out Job? job) ? At(job) : null;

    /// <summary>All jobs, the newest first: A011.</summary>
    public IReadOnlyList<JobSnapshot> List()
    {
        DateTimeOffset now = time.GetUtcNow();
        return [.. _jobs.Values.OrderByDescending(job => job.Id).Select(job => job.At(now))];
    }

    /// <summary>Cancels a job that is in a status.</summary>
    /// <returns>Whether there was such a job.</returns>
    public bool Cancel(long id, JobStatus expected) => _jobs.TryGetValue(id, out Job? job) && job.Cancel(expected, time.GetUtcNow());

    private Job Create(JobOrder order)
    {
        var submission = new FmeSubmission(Interlocked.Increment(ref _lastId), order);
        return new Job(submission, scripts.Run(submission), time.GetUtcNow(), queueTime, runTime);
    }

    private JobSnapshot At(Job job) => job.At(time.GetUtcNow());
}
