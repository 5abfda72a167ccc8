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

    /// <summary>The item's key, by which a journal knows it.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>The outcome.</summary>
    public FmeBatchOutcome Outcome { get; internal set; }

    /// <summary>Its job; null where none was made, or none is known.</summary>
    public FmeJob? Job { get; internal set; }

    /// <summary>How the job ended, now or as the journal says; null where that is not known.</summary>
    public FmeJobResult? Result { get; internal set; }

    /// <summary>Why it did not come to its end; null where it did, and where the batch had stopped before its turn.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>The same with its own key.</summary>
    internal FmeBatchItem<T> WithKey(string key)
    {
        FmeBatchItem<T> copy = Copy();
        copy.Key = key;
        return copy;
    }

    /// <summary>The same with its job.</summary>
    internal FmeBatchItem<T> WithJob(FmeJob? job)
    {
        FmeBatchItem<T> copy = Copy();
        copy.Job = job;
        return copy;
    }

    /// <summary>The same with an outcome, and what is known of it beside its job.</summary>
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
