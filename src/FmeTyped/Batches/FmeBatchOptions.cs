namespace FmeTyped;

/// <summary>How to run a batch.</summary>
/// <typeparam name="T">The type of the requests.</typeparam>
public sealed class FmeBatchOptions<T>
    where T : IFmeRequest
{
    /// <summary>The maximum number of concurrent submissions. The default is 4.</summary>
    public int MaximumRequestsInFlight { get; init; } = 4;

    /// <summary>
    /// The maximum number of items in progress: being submitted, queued, running, or ended but not taken by you yet. The source is not read
    /// ahead of that. The default is 32.
    /// </summary>
    public int MaximumJobsInFlight { get; init; } = 32;

    /// <summary>What to do when an item fails.</summary>
    public FmeBatchFailureMode StopOnFailure { get; init; }

    /// <summary>How to run each item; null for the defaults. A correlation key that it sets must be unique for each item and each attempt; wait options
    /// are set with <see cref="Wait"/> instead.</summary>
    public Func<T, FmeRunOptions>? RunOptions { get; init; }

    /// <summary>
    /// A unique key for each item, which stays the same when the batch is started again; null for the position in the source. A journal
    /// identifies items by it.
    /// </summary>
    public Func<T, string>? Key { get; init; }

    /// <summary>
    /// How to wait for the jobs; null for the defaults. The timeout applies to each job, from its submission on, and before that to the
    /// pauses that the server asks for between attempts to submit it. Progress of single jobs is not reported, and
    /// failures are outcomes, not exceptions.
    /// </summary>
    public FmeWaitOptions? Wait { get; init; }

    /// <summary>Receives the progress whenever a request is taken or an item is completed.</summary>
    public IProgress<FmeBatchProgress>? Progress { get; init; }

    /// <summary>Records what was done, so that the batch can be started again after a crash; null for no journal.</summary>
    public FmeBatchJournal? Journal { get; init; }
}
