namespace FmeTyped;

/// <summary>The last state of an item in a journal.</summary>
internal sealed record JournalEntry
{
    public required string Key { get; init; }

    public required JournalState State { get; init; }

    /// <summary>What identifies its submission in a search.</summary>
    public SubmissionTrace? Trace { get; init; }

    public FmeJobHandle? Handle { get; init; }

    public FmeBatchOutcome? Outcome { get; init; }

    public FmeJobResult? Result { get; init; }
}
