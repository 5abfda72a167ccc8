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

    private readonly object _gate = new();
    private int _open;
    private long? _failedAt;

    /// <summary>How long a call may take. It leaves half of the time for polls, so that a caller whose time runs out learns where the job stands.</summary>
    public TimeSpan LimitOf(TimeSpan remaining) => remaining == Timeout.InfiniteTimeSpan ? longest : TimeLimit.Shorter(longest, remaining / 2);

    /// <summary>Begins a call, unless the client has to poll.</summary>
    public bool TryBegin(TimeSpan remaining)
    {
        if (LimitOf(remaining) < Shortest)
        {
            return false;
        }

        lock (_gate)
        {
            if (_open == MostAtOnce || (_failedAt is { } time && timeProvider.GetElapsedTime(time) < Suspension))
            {
                return false;
            }

            _open++;
            return true;
        }
    }

    /// <summary>Ends a call.</summary>
    public void End()
    {
        lock (_gate)
        {
            _open--;
        }
    }

    /// <summary>Has the client poll from now on, for a while.</summary>
    public void Suspend()
    {
        lock (_gate)
        {
            _failedAt = timeProvider.GetTimestamp();
        }
    }
}
