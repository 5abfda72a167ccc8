using System.Diagnostics;

namespace FmeTyped.Benchmarks.Generator.Measuring;

/// <summary>What one operation took: the mean of as many as were needed to time it.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="Bytes">Bytes allocated on the measuring thread.</param>
internal readonly record struct Sample(double Milliseconds, long Bytes)
{
    /// <summary>Measures an operation, over and over until a few milliseconds are full: clocks are coarse.</summary>
    public static Sample Of(Action operation)
    {
        // What others left behind is not collected at this one's expense.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        int count = 0;
        do
        {
            operation();
            count++;
        }
        while (watch.Elapsed.TotalMilliseconds < 20);

        double elapsed = watch.Elapsed.TotalMilliseconds;
        return new Sample(elapsed / count, (GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
    }
}
