namespace FmeTyped.Tests.Simulation;

/// <summary>A job of the simulated server: a walk through statuses that was laid down when it was submitted.</summary>
internal sealed class SimulatedJob
{
    private static readonly string[] V3Waiting = ["SUBMITTED", "QUEUED", "DELAYED", "PAUSED", "HELD_BY_SOMETHING_NEW"];
    private static readonly string[] V3Running = ["PULLED", "IN_PROCESS", "RUNNING"];
    private static readonly string[] V3Ends = ["SUCCESS", "SUCCESS", "SUCCESS", "FME_FAILURE", "JOB_FAILURE", "ABORTED"];
    private static readonly string[] V4Waiting = ["queued", "Queued", "waiting-for-something-new"];
    private static readonly string[] V4Running = ["running", "RUNNING"];
    private static readonly string[] V4Ends = ["success", "SUCCESS", "failure", "cancelled"];

    private readonly List<(TimeSpan From, string Status)> _walk = [];
    private readonly bool _isV4;

    public SimulatedJob(long id, string key, Random random, TimeSpan now, bool isV4)
    {
        Id = id;
        Key = key;
        Made = now;
        _isV4 = isV4;
        TimeSpan at = now;
        Append(isV4 ? V4Waiting : V3Waiting, random.Next(0, 3));
        Append(isV4 ? V4Running : V3Running, random.Next(0, 3));
        Append(isV4 ? V4Ends : V3Ends, random.Next(10) == 0 ? 0 : 1);
        HasInnerFailure = !isV4 && random.Next(8) == 0;

        void Append(string[] statuses, int count)
        {
            for (; count > 0; count--)
            {
                _walk.Add((at, statuses[random.Next(statuses.Length)]));
                at += TimeSpan.FromSeconds(random.NextDouble() * random.Next(1, 120));
            }
        }
    }

    public long Id { get; }

    /// <summary>The key that came with the submission.</summary>
    public string Key { get; }

    /// <summary>When it was submitted.</summary>
    public TimeSpan Made { get; }

    /// <summary>When the record is cleaned up; null for never.</summary>
    public TimeSpan? Purged { get; init; }

    /// <summary>Whether a success has a failure inside.</summary>
    public bool HasInnerFailure { get; }

    public bool IsCancelled { get; private set; }

    public string StatusAt(TimeSpan now) => IsCancelled
        ? _isV4 ? "cancelled" : "ABORTED"
        : _walk.LastOrDefault(step => step.From <= now).Status ?? (_isV4 ? "queued" : "QUEUED");

    public bool IsPurgedAt(TimeSpan now) => Purged <= now;

    public bool IsRunningAt(TimeSpan now) => V3Running.Contains(StatusAt(now)) || V4Running.Contains(StatusAt(now));

    public bool IsFinalAt(TimeSpan now) => new FmeJobStatus(StatusAt(now)).IsFinal;

    public bool SucceededAt(TimeSpan now) => new FmeJobStatus(StatusAt(now)).IsSuccess && !HasInnerFailure;

    /// <summary>The time of the end; null for a job that hangs.</summary>
    public TimeSpan? End => _walk.Count > 0 && new FmeJobStatus(_walk[^1].Status).IsFinal ? _walk[^1].From : null;

    public bool Cancel(TimeSpan now)
    {
        if (IsFinalAt(now))
        {
            return false;
        }

        IsCancelled = true;
        return true;
    }
}
