namespace FmeTyped.TestKit;

/// <summary>
/// A clock whose delays elapse at once: it advances by each of them. A timer of more than a minute is a time limit, and fires when the delays together
/// have taken so long.
/// </summary>
public sealed class EagerTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 9, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly HashSet<Limit> _limits = [];
    private readonly List<TimeSpan> _pauses = [];
    private TimeSpan _now;

    /// <summary>The lengths of the delays, in order.</summary>
    public TimeSpan[] Pauses
    {
        get
        {
            lock (_gate)
            {
                return [.. _pauses];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Now;

    public override long GetTimestamp() => Now.Ticks;

    private TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, () => callback(state));
        limit.Change(dueTime, period);
        return limit;
    }

    private void Set(Limit limit, TimeSpan dueTime)
    {
        Limit[] over;
        lock (_gate)
        {
            _limits.Remove(limit);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            limit.Due = _now + dueTime;
            _limits.Add(limit);
            if (dueTime > LongestPause)
            {
                return;
            }

            _pauses.Add(dueTime);
            _now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.FromMilliseconds(1);
            over = [.. _limits.Where(other => other.Due <= _now)];
            _limits.ExceptWith(over);
        }

        foreach (Limit one in over)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => one.Ring(), null);
        }
    }

    private sealed class Limit(EagerTime time, Action ring) : ITimer
    {
        public TimeSpan Due { get; set; }

        public Action Ring => ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
