namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>A clock on which every pause is a thousand times shorter, so that waiting for what never comes is soon over.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override long TimestampFrequency => System.TimestampFrequency / 1000;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 1000 : dueTime, period);
}
