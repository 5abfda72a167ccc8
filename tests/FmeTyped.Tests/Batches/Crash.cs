namespace FmeTyped.Tests.Batches;

/// <summary>The end of a process after a number of steps. From then on nothing it does reaches the disk or the server.</summary>
internal sealed class Crash(int steps) : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private int _steps = steps;

    public bool IsOver => Volatile.Read(ref _steps) <= 0;

    /// <summary>Is cancelled by the crash, so that the test need not wait for what is dead.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>Goes a step further.</summary>
    /// <exception cref="IOException">The process is dead.</exception>
    public void Step()
    {
        if (Interlocked.Decrement(ref _steps) <= 0)
        {
            _ = _end.CancelAsync();
            throw new IOException("The process is dead.");
        }
    }

    public Task StepAsync()
    {
        Step();
        return Task.CompletedTask;
    }

    public void Dispose() => _end.Dispose();
}
