namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>A clock on which every pause is a thousand times shorter, so that waiting for what never comes is soon over.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override long TimestampFrequency => System.TimestampFrequency / 1000;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)));

    private static TimeSpan Shorter(TimeSpan pause) => pause > TimeSpan.Zero ? pause / 1000 : pause;

    private sealed class Timer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shorter(dueTime), Shorter(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
