namespace FmeTyped;

/// <summary>What a job wrote, according to the "Features Written Summary" of its log.</summary>
/// <param name="Counts">The number of features by the name of the feature type.</param>
/// <param name="Total">The log's total; the sum of the counts if the log has no total.</param>
internal sealed record FeatureSummary(IReadOnlyDictionary<string, long> Counts, long Total);
