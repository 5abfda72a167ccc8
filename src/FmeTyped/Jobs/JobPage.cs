namespace FmeTyped;

/// <summary>A page of a list of jobs.</summary>
/// <param name="Records">The jobs that could be parsed.</param>
/// <param name="Count">The number of jobs on the page, including those that could not be parsed.</param>
/// <param name="Total">The number of jobs in the list according to the server; null if it does not say.</param>
internal sealed record JobPage(IReadOnlyList<FmeJobRecord> Records, int Count, long? Total);
