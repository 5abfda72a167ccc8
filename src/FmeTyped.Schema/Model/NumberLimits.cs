namespace FmeTyped.Schema.Model;

/// <summary>The limits of a number.</summary>
internal sealed record NumberLimits
{
    public static NumberLimits None { get; } = new();

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public bool MinimumIsExclusive { get; init; }

    public bool MaximumIsExclusive { get; init; }

    /// <summary>The maximum number of decimal places; null for no limit.</summary>
    public int? DecimalPlaces { get; init; }

    /// <summary>What a number has to be a multiple of; null if any number may be given, or the decimal places say it.</summary>
    public decimal? Step { get; init; }

    /// <summary>Whether no number lies within the limits.</summary>
    public bool IsContradictory =>
        Minimum > Maximum || (Minimum == Maximum && Minimum is not null && (MinimumIsExclusive || MaximumIsExclusive));
}
