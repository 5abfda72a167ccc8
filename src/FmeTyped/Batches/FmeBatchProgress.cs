namespace FmeTyped;

/// <summary>The progress of a batch.</summary>
public sealed class FmeBatchProgress
{
    internal FmeBatchProgress()
    {
    }

    /// <summary>How many requests were taken from the source.</summary>
    public long Taken { get; internal init; }

    /// <summary>How many of them have no outcome yet.</summary>
    public long InFlight { get; internal init; }

    /// <summary>How many jobs succeeded; with <c>SubmitAllAsync</c>, how many were submitted.</summary>
    public long Succeeded { get; internal init; }

    /// <summary>How many were done in an earlier run, according to the journal.</summary>
    public long Skipped { get; internal init; }

    /// <summary>How many had another outcome.</summary>
    public long Failed { get; internal init; }
}
