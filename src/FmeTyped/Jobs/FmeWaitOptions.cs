namespace FmeTyped;

/// <summary>How to wait for a job.</summary>
public sealed class FmeWaitOptions
{
    /// <summary>
    /// The longest wait, from its beginning; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none. Null takes the
    /// client's <c>WaitTimeout</c>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The pause after the first poll of the job. Each further pause is half as long again.</summary>
    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause between two polls of the job.</summary>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a job that failed throws <see cref="FmeJobFailedException"/>. If not, ask <see cref="FmeJobResult.Succeeded"/>.</summary>
    public bool ThrowOnFailure { get; init; } = true;

    /// <summary>
    /// Whether cancelling the waiting also cancels the job. With <c>RunAsync</c> a submission under way is then brought to its end
    /// first, since only its response says which job to cancel.
    /// </summary>
    public bool CancelJobOnCancellation { get; init; }

    /// <summary>
    /// How many features a job has to write to count as a success; null where any number will do. Servers call a job that wrote nothing a
    /// success. Where the job's record does not have the number, it is taken from the log.
    /// </summary>
    public long? MinimumFeatures { get; init; }

    /// <summary>Receives each state of the job that was read.</summary>
    public IProgress<FmeJobRecord>? Progress { get; init; }
}
