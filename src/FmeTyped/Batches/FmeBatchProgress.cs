namespace FmeTyped;

/// <summary>How far a batch is.</summary>
/// <param name="Taken">How many requests were taken from the source.</param>
/// <param name="InFlight">How many of them have no outcome yet.</param>
/// <param name="Succeeded">How many jobs ended well; with <c>SubmitAllAsync</c>, how many were submitted.</param>
/// <param name="Skipped">How many were done before, by the journal.</param>
/// <param name="Failed">How many came to another outcome.</param>
public sealed record FmeBatchProgress(long Taken, long InFlight, long Succeeded, long Skipped, long Failed);
