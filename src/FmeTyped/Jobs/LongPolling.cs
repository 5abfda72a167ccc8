namespace FmeTyped;

/// <summary>
/// The long polls of one client: calls that the server answers when the job has ended. They are thinly documented, so at most a few are open at once, and after
/// one that did not do what it should the client polls for a while: A180.
/// </summary>
/// <param name="longest">How long one call may take; zero for none at all.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class LongPolling(TimeSpan longest, TimeProvider timeProvider)
{
    /// <summary>How many calls are open at once. Each occupies a connection, and a thread of some servers.</summary>
    public const int MostAtOnce = 8;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Suspension = TimeSpan.FromMinutes(10);

    // Every wait of the client asks for these, so that a lock would be contended.
    private int _open;
    private long _failedAt;
    private volatile bool _hasFailed;

    /// <summary>How long a call may take. It leaves half of the time for polls, so that a caller whose time runs out learns where the job stands.</summary>
    public TimeSpan LimitOf(TimeSpan remaining) => remaining == Timeout.InfiniteTimeSpan ? longest : TimeLimit.Shorter(longest, remaining / 2);

    /// <summary>Begins a call, unless the client has to poll.</summary>
    public bool TryBegin(TimeSpan remaining)
    {
        if (LimitOf(remaining) < Shortest)
        {
            return false;
        }

        if (_hasFailed && timeProvider.GetElapsedTime(Volatile.Read(ref _failedAt)) < Suspension)
        {
            return false;
        }

        if (Interlocked.Increment(ref _open) <= MostAtOnce)
        {
            return true;
        }

        End();
        return false;
    }

    /// <summary>Ends a call.</summary>
    public void End() => Interlocked.Decrement(ref _open);

    /// <summary>Has the client poll from now on, for a while.</summary>
    public void Suspend()
    {
        Volatile.Write(ref _failedAt, timeProvider.GetTimestamp());
        _hasFailed = true;
    }
}
