namespace FmeTyped;

/// <summary>The time by which a wait must end, whatever pause the server asks for.</summary>
/// <param name="timeout">The time from now on; infinite for no limit.</param>
/// <param name="timeProvider">The clock.</param>
internal readonly struct Deadline(TimeSpan timeout, TimeProvider timeProvider)
{
    // Maintenance takes hours. If a server asks for a pause of more than a day, it is polled after a day, because a wait may have no limit.
    private static readonly TimeSpan LongestWish = TimeSpan.FromDays(1);

    private readonly long _start = timeProvider.GetTimestamp();

    public TimeSpan Timeout => timeout;

    /// <summary>The remaining time; infinite if there is no limit. Infinite is minus one millisecond, which a countdown must never reach.</summary>
    public TimeSpan Remaining => timeout == System.Threading.Timeout.InfiniteTimeSpan
        ? timeout
        : TimeSpan.FromTicks(Math.Max(0, (timeout - timeProvider.GetElapsedTime(_start)).Ticks));

    public bool IsOver => Remaining == TimeSpan.Zero;

    /// <summary>The given pause, or the longer one that the server asks for.</summary>
    public static TimeSpan PauseOf(TimeSpan own, TimeSpan? wished)
    {
        TimeSpan heeded = TimeLimit.Shorter(wished ?? TimeSpan.Zero, LongestWish);
        return heeded > own ? heeded : own;
    }

    /// <summary>Pauses, but never past the deadline.</summary>
    public Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        PauseAsync(TimeLimit.Shorter(pause, Remaining), timeProvider, cancellationToken);

    // A timer counts whole milliseconds and would treat a fraction of one as no pause.
    public static Task PauseAsync(TimeSpan pause, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), timeProvider, cancellationToken);
}
