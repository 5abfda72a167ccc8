namespace FmeTyped;

/// <summary>The time by which a waiting has to be over, whatever the server asks for.</summary>
/// <param name="timeout">How long from now; infinite for no limit.</param>
/// <param name="timeProvider">The clock.</param>
internal readonly struct Deadline(TimeSpan timeout, TimeProvider timeProvider)
{
    // Maintenance takes hours. A server that asks for more than a day is asked again after a day, since a waiting may have no limit.
    private static readonly TimeSpan LongestWish = TimeSpan.FromDays(1);

    private readonly long _start = timeProvider.GetTimestamp();

    public TimeSpan Timeout => timeout;

    /// <summary>What is left; infinite where there is no limit, which is minus one millisecond and may be reached by no countdown.</summary>
    public TimeSpan Remaining => timeout == System.Threading.Timeout.InfiniteTimeSpan
        ? timeout
        : TimeSpan.FromTicks(Math.Max(0, (timeout - timeProvider.GetElapsedTime(_start)).Ticks));

    public bool IsOver => Remaining == TimeSpan.Zero;

    /// <summary>One's own pause, or the longer one that the server asks for.</summary>
    public static TimeSpan PauseOf(TimeSpan own, TimeSpan? wished)
    {
        TimeSpan heeded = TimeLimit.Shorter(wished ?? TimeSpan.Zero, LongestWish);
        return heeded > own ? heeded : own;
    }

    /// <summary>Pauses, but never past the deadline.</summary>
    public Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        PauseAsync(TimeLimit.Shorter(pause, Remaining), timeProvider, cancellationToken);

    // A timer counts whole milliseconds and would take a fraction of one for no pause at all.
    public static Task PauseAsync(TimeSpan pause, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), timeProvider, cancellationToken);
}
