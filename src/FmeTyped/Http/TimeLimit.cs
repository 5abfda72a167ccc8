namespace FmeTyped;

/// <summary>Cancels a call when the caller cancels it or its time is up, and tells which of the two happened.</summary>
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

    /// <summary>The longest time that a timer accepts.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(49);

    /// <summary>The time from each start.</summary>
    public TimeSpan Duration { get; set; }

    public CancellationToken CallerToken { get; }

    public bool IsOver => IsCancellationRequested && !CallerToken.IsCancellationRequested;

    public static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;

    /// <summary>Restarts the time limit.</summary>
    public void Restart() => CancelAfter(Duration);

    /// <summary>Stops the time limit until the next start, while the caller works.</summary>
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
