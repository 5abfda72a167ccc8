namespace FmeTyped;

/// <summary>Ends a call when the caller cancels it or its time is up, and tells which of the two it was.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public TimeLimit(TimeSpan duration, TimeProvider timeProvider, CancellationToken callerToken)
    {
        Duration = duration;
        TimeProvider = timeProvider;
        CallerToken = callerToken;
        _timer = new CancellationTokenSource(duration, timeProvider);
        _either = CancellationTokenSource.CreateLinkedTokenSource(callerToken, _timer.Token);
    }

    /// <summary>The longest time a timer takes.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(49);

    /// <summary>How much time there is from each start on.</summary>
    public TimeSpan Duration { get; set; }

    public TimeProvider TimeProvider { get; }

    public CancellationToken CallerToken { get; }

    public CancellationToken Token => _either.Token;

    public bool IsOver => _timer.IsCancellationRequested;

    public static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;

    /// <summary>Gives the full time again, from now on.</summary>
    public void Restart() => _timer.CancelAfter(Duration);

    /// <summary>Stops the clock until the next start, while it is the caller's turn.</summary>
    public void Pause() => _timer.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
