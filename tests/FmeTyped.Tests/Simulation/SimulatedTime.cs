namespace FmeTyped.Tests.Simulation;

/// <summary>A clock that jumps from one timer to the next. Everything that a timer sets off runs within the jump, on the same thread.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private readonly PriorityQueue<Timer, (long Due, long Order)> _due = new();
    private readonly DateTimeOffset _epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _ticks;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The timers that are set; those whose owners forgot them stay here.</summary>
    public int SetTimers { get; private set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(_ticks);

    public override DateTimeOffset GetUtcNow() => _epoch + Elapsed;

    public override long GetTimestamp() => _ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// A pause whose end, a cancellation too, runs on at once on the same thread. That of <see cref="Task.Delay(TimeSpan)"/> goes elsewhere when it is cancelled.
    /// </summary>
    public async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource();
        using ITimer timer = CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), end, duration, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), end);
        await end.Task.ConfigureAwait(false);
    }

    /// <summary>Goes to the next timer and lets it ring.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Step()
    {
        while (_due.TryDequeue(out Timer? timer, out (long Due, long Order) key))
        {
            if (timer.Key == key.Order)
            {
                _ticks = Math.Max(_ticks, key.Due);
                timer.Ring();
                return true;
            }
        }

        return false;
    }

    private sealed class Timer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Which entry of the queue is this timer's; 0 for none, since timers that were changed leave their old entries behind.</summary>
        public long Key { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Stop();
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Key = ++time._order;
                time.SetTimers++;
                time._due.Enqueue(this, (time._ticks + dueTime.Ticks, Key));
            }

            return true;
        }

        public void Ring()
        {
            Stop();
            callback(state);
        }

        public void Dispose() => Stop();

        public ValueTask DisposeAsync()
        {
            Stop();
            return default;
        }

        private void Stop()
        {
            if (Key != 0)
            {
                Key = 0;
                time.SetTimers--;
            }
        }
    }
}
