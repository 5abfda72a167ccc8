namespace FmeTyped.Tool.Differences;

/// <summary>The result of a comparison with the schema file.</summary>
/// <param name="Server">The server's name; null for files, and for a single server without a name.</param>
/// <param name="Differences">The differences, the most severe first.</param>
internal sealed record CheckResult(string? Server, IReadOnlyList<DifferenceRecord> Differences)
{
    /// <summary>The server's address; null for files.</summary>
    public Uri? Url { get; init; }

    public CheckOutcome Outcome { get; init; } = CheckOutcome.Compared;

    /// <summary>What could not be compared, and why, on one line each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The beginning of each line about it.</summary>
    public string Prefix => Server is null ? "" : $"{Server}: ";
}
