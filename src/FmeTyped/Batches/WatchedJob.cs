namespace FmeTyped;

/// <summary>A job that a batch waits for.</summary>
internal sealed class WatchedJob(FmeJobHandle handle, Deadline deadline)
{
    public FmeJobHandle Handle => handle;

    public Deadline Deadline => deadline;

    public FmeJobRecord? Last { get; set; }

    /// <summary>Why the last round could not poll it; null if it could.</summary>
    public FmeServerUnavailableException? Failure { get; set; }

    /// <summary>How often its record could not be read.</summary>
    public int Failures { get; set; }

    public TaskCompletionSource<FmeJobResult> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
