namespace FmeTyped;

/// <summary>A page of a list of jobs.</summary>
/// <param name="Records">The jobs that could be read.</param>
/// <param name="Count">How many the page has, with those that could not.</param>
/// <param name="Total">How many the list has, as the server says; null where it does not.</param>
internal sealed record JobPage(IReadOnlyList<FmeJobRecord> Records, int Count, long? Total);
