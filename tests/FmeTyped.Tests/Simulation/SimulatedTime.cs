namespace FmeTyped.Tests.Simulation;

/// <summary>A clock that jumps from one timer to the next. Everything that a timer sets off runs within the jump, on the same thread.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<Timer, (long Due, long Order)> _due = new();
    private readonly DateTimeOffset _epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _ticks;
    private long _order;
    private int _setTimers;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The timers that are set; those whose owners forgot them stay here.</summary>
    public int SetTimers
    {
        get
        {
            lock (_gate)
            {
                return _setTimers;
            }
        }
    }

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
    /// A pause whose end, a cancellation too, runs on at once on the same thread. That of <see cref="Task.Delay(TimeSpan)"/> goes elsewhere when it is
    /// cancelled.
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
        Timer? timer = TakeNext();
        timer?.Ring();
        return timer is not null;
    }

    private Timer? TakeNext()
    {
        lock (_gate)
        {
            while (_due.TryDequeue(out Timer? timer, out (long Due, long Order) key))
            {
                if (timer.Entry == key.Order)
                {
                    _ticks = Math.Max(_ticks, key.Due);
                    timer.Stop();
                    return timer;
                }
            }

            return null;
        }
    }

    private sealed class Timer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Which entry of the queue is this timer's; 0 for none, since timers that were changed leave their old entries behind.</summary>
        public long Entry { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                Stop();
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Entry = ++time._order;
                    time._setTimers++;
                    time._due.Enqueue(this, (time._ticks + dueTime.Ticks, Entry));
                }
            }

            return true;
        }

        public void Ring() => callback(state);

        public void Stop()
        {
            lock (time._gate)
            {
                if (Entry != 0)
                {
                    Entry = 0;
                    time._setTimers--;
                }
            }
        }

        public void Dispose() => Stop();

        public ValueTask DisposeAsync()
        {
            Stop();
            return default;
        }
    }
}
