namespace FmeTyped.Schema.Model;

/// <summary>How a date and time is written as text. What a source does not say stays open, and any value is taken.</summary>
internal sealed record DateTimeFormat
{
    public static DateTimeFormat Open { get; } = new();

    /// <summary>Whether it is written as ISO 8601 has it, <c>2026-01-31T14:30:00</c>, and not as FME does, <c>20260131143000</c>.</summary>
    public bool IsIso { get; init; }

    /// <summary>Whether the offset from UTC follows the time; null if the source does not say.</summary>
    public bool? HasOffset { get; init; }

    /// <summary>Whether the fraction of the second follows the time; null if the source does not say.</summary>
    public bool? HasFraction { get; init; }
}
