using System.Globalization;

namespace FmeTyped.Testing;

/// <summary>
/// The engines, and the schedule of their jobs. Without a limit there is always a free engine: A014. With a limit, jobs are taken in the order they
/// arrived. Not thread-safe.
/// </summary>
internal sealed class EnginePool(int? count)
{
    private readonly PriorityQueue<int, (DateTimeOffset Free, int Engine)> _free = All(count);

    /// <summary>The engines' names. Without a limit, one name is used for all.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, count ?? 1).Select(NameOf)];

    /// <summary>Plans when a job gets an engine, after those that were assigned one earlier.</summary>
    public void Assign(Job job, DateTimeOffset now)
    {
        if (count is null)
        {
            job.Plan(0, NameOf(0), job.Ready);
            return;
        }

        _free.TryDequeue(out int engine, out (DateTimeOffset Free, int Engine) next);
        DateTimeOffset? starts = next.Free == DateTimeOffset.MaxValue ? null : Latest(job.Ready, Latest(next.Free, now));
        _free.Enqueue(engine, (job.Plan(engine, NameOf(engine), starts) ?? next.Free, engine));
    }

    /// <summary>Plans all jobs again after a job was cancelled, which may have freed an engine or a place in the queue.</summary>
    /// <param name="jobs">The jobs that have not ended, in the order in which they arrived.</param>
    /// <param name="now">The time.</param>
    public void Reassign(IEnumerable<Job> jobs, DateTimeOffset now)
    {
        if (count is null)
        {
            return;
        }

        ILookup<bool, Job> byState = jobs.ToLookup(job => job.At(now).Status == JobStatus.Running);
        Dictionary<int, Job> running = byState[true].ToDictionary(job => job.Engine);
        _free.Clear();
        for (int engine = 0; engine < count; engine++)
        {
            DateTimeOffset free = running.TryGetValue(engine, out Job? job) ? job.EngineFree : DateTimeOffset.MinValue;
            _free.Enqueue(engine, (free, engine));
        }

        foreach (Job job in byState[false])
        {
            Assign(job, now);
        }
    }

    private static PriorityQueue<int, (DateTimeOffset Free, int Engine)> All(int? count) =>
        new(Enumerable.Range(0, count ?? 0).Select(engine => (engine, (DateTimeOffset.MinValue, engine))));

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static string NameOf(int engine) => engine == 0 ? "emulator" : string.Create(CultureInfo.InvariantCulture, $"emulator-{engine + 1}");
}
