using FmeTyped.Schema.Comparison;

namespace FmeTyped.Tool.Reports;

/// <summary>What came of a comparison with the schema file.</summary>
/// <param name="Server">What the server is called; null for files, and for the only server where it has no name.</param>
/// <param name="Differences">The differences.</param>
internal sealed record CheckResult(string? Server, IReadOnlyList<Difference> Differences)
{
    /// <summary>The server's address; null for files.</summary>
    public Uri? Url { get; init; }

    public CheckOutcome Outcome { get; init; } = CheckOutcome.Compared;

    /// <summary>What could not be compared, and why: a line each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What stands before a line on it.</summary>
    public string Prefix => Server is null ? "" : $"{Server}: ";
}
