namespace FmeTyped.Reliability.Tests.Server;

/// <summary>
/// A clock that goes on only while nothing else does: from timer to timer, and only when the call that is driven pauses or waits for a server that
/// does not answer. So no time limit rings because a thread was slow.
/// </summary>
internal sealed class SteppedTime : TimeProvider
{
    // Not a measure: what is under way in this process has ended by then, or hangs.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly List<Timer> _set = [];
    private readonly DateTimeOffset _epoch = new(2026, 1, 9, 10, 0, 0, TimeSpan.Zero);
    private long _ticks;
    private int _stalled;
    private int _pauses;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Is called with the number of each pause, from 1 on, when it begins.</summary>
    public Action<int>? Pausing { get; set; }

    /// <summary>
    /// Whether nothing else runs in this process. Then time also waits for the threads of the pool, so that of two things that go on beside each other no
    /// pause decides which comes first.
    /// </summary>
    public bool IsAlone { get; init; }

    public int SetTimers
    {
        get
        {
            lock (_gate)
            {
                return _set.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _epoch + Elapsed;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // A pause is the task of a delay. Time limits are of cancellation sources, or of tasks that wait for others.
        var timer = new Timer(this, callback, state, isPause: state is Task && state.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal));
        timer.Change(dueTime, period);
        if (timer.IsPause && Pausing is { } pausing)
        {
            pausing(Interlocked.Increment(ref _pauses));
        }

        return timer;
    }

    /// <summary>Counts the pauses from 1 again.</summary>
    public void ForgetPauses() => Interlocked.Exchange(ref _pauses, 0);

    /// <summary>Waits for something that does not come, until it is cancelled.</summary>
    public async Task StallAsync(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource();
        using (Stall(cancellationToken))
        using (cancellationToken.UnsafeRegister((_, token) => end.TrySetCanceled(token), null))
        {
            await end.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for something that may not come.</summary>
    public async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        using (Stall(cancellationToken))
        {
            return await task.ConfigureAwait(false);
        }
    }

    /// <summary>Lets time pass until a call has ended.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What it is, for the failure if it hangs.</param>
    public void Drive(Task call, string what)
    {
        _ = call.ContinueWith(_ => Count(0), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (TakeNext(call, what) is { } timer)
        {
            timer.Ring();
        }
    }

    /// <summary>Lets time pass until nothing waits for it any more, such as a question that was still under way when its call had ended.</summary>
    public void RunOut()
    {
        while (true)
        {
            Timer? next;
            lock (_gate)
            {
                next = _set.MinBy(timer => timer.Due);
                if (next is null)
                {
                    return;
                }

                Interlocked.Exchange(ref _ticks, Math.Max(_ticks, next.Due));
                _set.Remove(next);
            }

            next.Ring();
        }
    }

    private Timer? TakeNext(Task call, string what)
    {
        while (true)
        {
            lock (_gate)
            {
                // Who waits for the server may set its time limit a moment later, on another thread.
                while (!call.IsCompleted && !CanGoOn())
                {
                    if (!Monitor.Wait(_gate, Hang))
                    {
                        throw new TimeoutException($"{what} hangs: it neither ends nor waits for anything that could come, and {_stalled} answers stall.");
                    }
                }
            }

            if (IsAlone && !SpinWait.SpinUntil(() => call.IsCompleted || IsPoolIdle(), Hang))
            {
                throw new TimeoutException($"{what} hangs: a thread of the pool does not come to an end.");
            }

            lock (_gate)
            {
                if (call.IsCompleted)
                {
                    return null;
                }

                if (CanGoOn())
                {
                    Timer next = _set.MinBy(timer => timer.Due)!;
                    Interlocked.Exchange(ref _ticks, Math.Max(_ticks, next.Due));
                    _set.Remove(next);
                    return next;
                }
            }
        }
    }

    private bool CanGoOn() => (_stalled > 0 && _set.Count > 0) || _set.Exists(timer => timer.IsPause);

    // Without the thread that asks.
    private static bool IsPoolIdle()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        return ThreadPool.PendingWorkItemCount == 0 && most - available <= (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
    }

    // A cancellation ends it at once, even if who waits hears of that later.
    private Stalled Stall(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var stalled = new Stalled(this);
            Count(1);
            stalled.Registration = cancellationToken.UnsafeRegister(static state => ((Stalled)state!).End(), stalled);
            return stalled;
        }
    }

    private void Count(int change)
    {
        lock (_gate)
        {
            _stalled += change;
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class Stalled(SteppedTime time) : IDisposable
    {
        private int _isOver;

        public CancellationTokenRegistration Registration { get; set; }

        public void End()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                time.Count(-1);
            }
        }

        public void Dispose()
        {
            Registration.Dispose();
            End();
        }
    }

    private sealed class Timer(SteppedTime time, TimerCallback callback, object? state, bool isPause) : ITimer
    {
        public bool IsPause => isPause;

        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._set.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._ticks + dueTime.Ticks;
                    time._set.Add(this);
                    Monitor.PulseAll(time._gate);
                }
            }

            return true;
        }

        public void Ring() => callback(state);

        public void Dispose()
        {
            lock (time._gate)
            {
                time._set.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
