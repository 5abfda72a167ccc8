namespace FmeTyped;

/// <summary>What a journal knows of an item: the last that was written of it.</summary>
internal sealed record JournalEntry
{
    public required string Key { get; init; }

    public required JournalState State { get; init; }

    /// <summary>What its submission can be found by.</summary>
    public SubmissionTrace? Trace { get; init; }

    public FmeJobHandle? Handle { get; init; }

    public FmeBatchOutcome? Outcome { get; init; }

    public FmeJobResult? Result { get; init; }
}
