using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Server;

/// <summary>A clock that lets every pause pass at once, as long as it is not disposed of.</summary>
internal sealed class RunningTime : FakeTimeProvider, IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    public RunningTime()
        : base(new DateTimeOffset(2026, 1, 9, 10, 0, 0, TimeSpan.Zero)) =>
        _running = Task.Run(async () =>
        {
            while (!_end.IsCancellationRequested)
            {
                Advance(TimeSpan.FromMilliseconds(50));
                await Task.Yield();
            }
        });

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }
}
