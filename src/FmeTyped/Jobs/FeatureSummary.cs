namespace FmeTyped;

/// <summary>What a job wrote, as the "Features Written Summary" of its log states it.</summary>
/// <param name="Counts">The number of features by the name of the feature type.</param>
/// <param name="Total">The log's total; the sum of the counts where the log has none.</param>
internal sealed record FeatureSummary(IReadOnlyDictionary<string, long> Counts, long Total);
