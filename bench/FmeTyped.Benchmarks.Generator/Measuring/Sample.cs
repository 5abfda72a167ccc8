using System.Diagnostics;

namespace FmeTyped.Benchmarks.Generator.Measuring;

/// <summary>What one operation took: the mean of as many as were needed to time it.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="Bytes">Bytes allocated on the measuring thread.</param>
/// <param name="ProcessorMilliseconds">Time of all processors, which others on the machine hardly lengthen; 0 where it is not told.</param>
internal readonly record struct Sample(double Milliseconds, long Bytes, double ProcessorMilliseconds = 0)
{
    /// <summary>Measures an operation, over and over until a few milliseconds are full: clocks are coarse.</summary>
    /// <param name="prepare">What comes before each, and is not measured.</param>
    /// <param name="operation">The operation.</param>
    public static Sample From(Action prepare, Action operation)
    {
        // What others left behind is not collected at this one's expense.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = 0;
        var watch = new Stopwatch();
        int count = 0;
        do
        {
            prepare();
            long before = GC.GetAllocatedBytesForCurrentThread();
            watch.Start();
            operation();
            watch.Stop();
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            count++;
        }
        while (watch.Elapsed.TotalMilliseconds < 10);

        return new Sample(watch.Elapsed.TotalMilliseconds / count, bytes / count);
    }
}
