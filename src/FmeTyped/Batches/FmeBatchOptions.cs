namespace FmeTyped;

/// <summary>How to run a batch.</summary>
/// <typeparam name="T">The type of the requests.</typeparam>
public sealed class FmeBatchOptions<T>
    where T : IFmeRequest
{
    /// <summary>How many submissions may be under way at once.</summary>
    public int MaximumRequestsInFlight { get; init; } = 4;

    /// <summary>
    /// How many items may be between the source and you at once: being submitted, queued, running, or ended and not taken by you yet. The source is read no
    /// faster.
    /// </summary>
    public int MaximumJobsInFlight { get; init; } = 32;

    /// <summary>What to do when an item fails.</summary>
    public FmeBatchFailureMode StopOnFailure { get; init; }

    /// <summary>How to run each item; null for the defaults. A correlation key that it gives has to be another for each item and each attempt; how to wait
    /// is <see cref="Wait"/> here.</summary>
    public Func<T, FmeRunOptions>? RunOptions { get; init; }

    /// <summary>
    /// A name for each item that stays the same when the batch is started again, and that no other item has; null takes the position in the source. Journals
    /// know items by it.
    /// </summary>
    public Func<T, string>? Key { get; init; }

    /// <summary>
    /// How to wait for the jobs; null for the defaults. The timeout counts for each job, from its submission, and before that for the
    /// pauses that the server asks for between attempts to submit it. Progress of single jobs is not reported, and
    /// failures are outcomes instead of exceptions.
    /// </summary>
    public FmeWaitOptions? Wait { get; init; }

    /// <summary>Receives the numbers whenever a request was taken or an item was concluded.</summary>
    public IProgress<FmeBatchProgress>? Progress { get; init; }

    /// <summary>Keeps what was done, so that the batch can be started again after a crash; null for a batch that need not be.</summary>
    public FmeBatchJournal? Journal { get; init; }
}
