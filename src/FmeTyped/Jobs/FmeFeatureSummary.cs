namespace FmeTyped;

/// <summary>What a job wrote, as the "Features Written Summary" of its log tells.</summary>
/// <param name="FeatureTypes">The counts, in the log's order.</param>
/// <param name="Total">The log's total; the sum of the counts where the log has none.</param>
public sealed record FmeFeatureSummary(FmeList<FmeFeatureCount> FeatureTypes, long Total);
