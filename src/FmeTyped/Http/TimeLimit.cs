namespace FmeTyped;

/// <summary>Ends a call when the caller cancels it or its time is up, and tells which of the two it was.</summary>
internal sealed class TimeLimit : CancellationTokenSource
{
    private readonly CancellationTokenRegistration _caller;

    public TimeLimit(TimeSpan duration, TimeProvider timeProvider, CancellationToken callerToken)
        : base(duration, timeProvider)
    {
        Duration = duration;
        CallerToken = callerToken;
        _caller = callerToken.UnsafeRegister(static limit => ((TimeLimit)limit!).Cancel(), this);
    }

    /// <summary>The longest time a timer takes.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(49);

    /// <summary>How much time there is from each start on.</summary>
    public TimeSpan Duration { get; set; }

    public CancellationToken CallerToken { get; }

    public bool IsOver => IsCancellationRequested && !CallerToken.IsCancellationRequested;

    public static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;

    /// <summary>Gives the full time again, from now on.</summary>
    public void Restart() => CancelAfter(Duration);

    /// <summary>Stops the clock until the next start, while it is the caller's turn.</summary>
    public void Pause() => CancelAfter(Timeout.InfiniteTimeSpan);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _caller.Dispose();
        }

        base.Dispose(disposing);
    }
}
