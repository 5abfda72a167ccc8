namespace FmeTyped;

/// <summary>How many features of one feature type a job wrote.</summary>
/// <param name="FeatureType">The feature type's name.</param>
/// <param name="Count">The number of features.</param>
public sealed record FmeFeatureCount(string FeatureType, long Count);
