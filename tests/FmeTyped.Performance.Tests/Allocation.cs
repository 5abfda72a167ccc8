namespace FmeTyped.Performance.Tests;

/// <summary>Counts what one run of some work allocates on this thread, after it has been run often enough for every cache to be filled.</summary>
internal static class Allocation
{
    private const int WarmUps = 50;
    private const int Runs = 100;

    public static long From(Action work)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            work();
        }

        // The least of many: what else happens once (a pool that grows, code that is compiled anew) is not of the work.
        long least = long.MaxValue;
        for (int i = 0; i < Runs; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
