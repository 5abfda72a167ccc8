namespace FmeTyped;

/// <summary>How to wait for a job.</summary>
public sealed class FmeWaitOptions
{
    /// <summary>
    /// The longest time to wait, from the start of the wait; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit. Null for the
    /// client's <c>WaitTimeout</c>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The pause after the first poll of the job. Each further pause is 1.5 times as long.</summary>
    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause between two polls of the job. The default is 5 seconds.</summary>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a job that failed throws <see cref="FmeJobFailedException"/>. If not, check <see cref="FmeJobResult.Succeeded"/>.</summary>
    public bool ThrowOnFailure { get; init; } = true;

    /// <summary>
    /// Whether cancelling the wait also cancels the job. With <c>RunAsync</c>, a submission under way is then completed
    /// first, because only its response says which job to cancel.
    /// </summary>
    public bool CancelJobOnCancellation { get; init; }

    /// <summary>
    /// How many features a job must write to count as a success; null for any number. Servers report success for a job that wrote
    /// nothing. If the job's record does not have the number, it is read from the log.
    /// </summary>
    public long? MinimumFeatures { get; init; }

    /// <summary>Receives each record of the job that was read.</summary>
    public IProgress<FmeJobRecord>? Progress { get; init; }
}
