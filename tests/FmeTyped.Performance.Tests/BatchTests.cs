using FmeTyped.Benchmarks.Batch;

namespace FmeTyped.Performance.Tests;

/// <summary>
/// Counts what the whole process holds, so that nothing else runs meanwhile. There are so many jobs that what pools give back in the meantime does not count.
/// </summary>
[Collection(nameof(BatchTests))]
[CollectionDefinition(nameof(BatchTests), DisableParallelization = true)]
public sealed class BatchTests
{
    // A hundred thousand waiting jobs in 200 MB.
    private const int MostBytes = 2000;

    [Theory]
    [InlineData(20_000)]
    [InlineData(50_000)]
    public async Task A_waiting_job_of_a_batch_holds_at_most_2000_bytes_however_many_are_to_come(int jobs) =>
        Assert.InRange(await WaitingServer.BytesOfAJobAsync(jobs), 1, MostBytes);
}
