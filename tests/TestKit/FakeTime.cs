using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.TestKit;

/// <summary>
/// A clock that stands still. It exposes its timers, so that a test can advance by exactly that time; or it lets all delays elapse at once.
/// </summary>
public sealed class FakeTime() : FakeTimeProvider(new DateTimeOffset(2026, 1, 9, 10, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    public async Task<TimeSpan> NextTimerAsync() => await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets the delay after one poll of the job elapse. The poll's own time limit is the timer before it.</summary>
    public async Task<TimeSpan> PassPauseAsync()
    {
        await NextTimerAsync();
        TimeSpan pause = await NextTimerAsync();
        Advance(pause);
        return pause;
    }

    /// <summary>Lets time run until the returned object is disposed.</summary>
    public IAsyncDisposable Run() => new Running(this);

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _run;

        public Running(FakeTime time) =>
            _run = Task.Run(async () =>
            {
                while (!_end.IsCancellationRequested)
                {
                    time.Advance(TimeSpan.FromMilliseconds(50));
                    await Task.Yield();
                }
            });

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _run;
            _end.Dispose();
        }
    }
}
