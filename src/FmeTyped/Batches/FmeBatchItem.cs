namespace FmeTyped;

/// <summary>One item of a batch, and its outcome.</summary>
/// <typeparam name="T">The type of the requests.</typeparam>
public sealed class FmeBatchItem<T>
    where T : IFmeRequest
{
    internal FmeBatchItem()
    {
    }

    /// <summary>The request.</summary>
    public T Request { get; internal init; } = default!;

    /// <summary>The request's position in the source, from 0.</summary>
    public long Index { get; internal init; }

    /// <summary>The item's key, which identifies it in a journal.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>The outcome.</summary>
    public FmeBatchOutcome Outcome { get; internal set; }

    /// <summary>Its job; null if none was made, or none is known.</summary>
    public FmeJob? Job { get; internal set; }

    /// <summary>How the job ended, in this run or according to the journal; null if that is not known.</summary>
    public FmeJobResult? Result { get; internal set; }

    /// <summary>Why it was not completed; null if it was, or if the batch stopped before its turn.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>A copy with its own key.</summary>
    internal FmeBatchItem<T> WithKey(string key)
    {
        FmeBatchItem<T> copy = Copy();
        copy.Key = key;
        return copy;
    }

    /// <summary>A copy with its job.</summary>
    internal FmeBatchItem<T> WithJob(FmeJob? job)
    {
        FmeBatchItem<T> copy = Copy();
        copy.Job = job;
        return copy;
    }

    /// <summary>A copy with an outcome, and with its result or error.</summary>
    internal FmeBatchItem<T> WithOutcome(FmeBatchOutcome outcome, FmeJobResult? result = null, Exception? error = null)
    {
        FmeBatchItem<T> copy = Copy();
        copy.Outcome = outcome;
        copy.Result = result;
        copy.Error = error;
        return copy;
    }

    private FmeBatchItem<T> Copy() => (FmeBatchItem<T>)MemberwiseClone();
}
