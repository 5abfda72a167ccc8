using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Server;

/// <summary>A clock that stands still, and tells which timers are set so that a test can let exactly that time pass.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    public async Task<TimeSpan> NextTimerAsync() => await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets the pause after one look at the job pass. The look's own time limit is the timer before it.</summary>
    public async Task<TimeSpan> PassPauseAsync()
    {
        await NextTimerAsync();
        TimeSpan pause = await NextTimerAsync();
        Advance(pause);
        return pause;
    }
}
