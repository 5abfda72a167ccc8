namespace FmeTyped.TestKit;

/// <summary>A clock whose pauses are over at once. It goes on by a millisecond with each.</summary>
public sealed class EagerTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 9, 10, 0, 0, TimeSpan.Zero);

    private long _pauses;

    public override long TimestampFrequency => 1000;

    public override DateTimeOffset GetUtcNow() => Start.AddMilliseconds(Interlocked.Read(ref _pauses));

    public override long GetTimestamp() => Interlocked.Read(ref _pauses);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Interlocked.Increment(ref _pauses);
            ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        }

        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
