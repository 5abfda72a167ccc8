namespace FmeTyped;

/// <summary>One item of a batch, and what became of it.</summary>
/// <typeparam name="T">The type of the requests.</typeparam>
public sealed record FmeBatchItem<T>
    where T : IFmeRequest
{
    /// <summary>The request.</summary>
    public required T Request { get; init; }

    /// <summary>The request's position in the source, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The item's key, by which a journal knows it.</summary>
    public required string Key { get; init; }

    /// <summary>What became of it.</summary>
    public required FmeBatchOutcome Outcome { get; init; }

    /// <summary>Its job; null where none was made, or none is known.</summary>
    public FmeJob? Job { get; init; }

    /// <summary>How the job ended, now or as the journal says; null where that is not known.</summary>
    public FmeJobResult? Result { get; init; }

    /// <summary>Why it did not come to its end; null where it did, and where the batch had stopped before its turn.</summary>
    public Exception? Error { get; init; }
}
