using System.Collections.Concurrent;

namespace FmeTyped.Reliability.Tests;

/// <summary>Hears of failures of tasks that nobody looked at. Its tests run alone, so that all it hears is theirs.</summary>
[CollectionDefinition(nameof(UnobservedFailures), DisableParallelization = true)]
public sealed class UnobservedFailures : ICollectionFixture<UnobservedFailures>, IDisposable
{
    private readonly ConcurrentQueue<Exception> _heard = new();

    public UnobservedFailures()
    {
        Collect(); // What tests before them have left is not theirs.
        TaskScheduler.UnobservedTaskException += Hear;
    }

    public void AssertNone()
    {
        Collect();
        Assert.Empty(_heard);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Hear;

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private void Hear(object? sender, UnobservedTaskExceptionEventArgs failure) => _heard.Enqueue(failure.Exception);
}
