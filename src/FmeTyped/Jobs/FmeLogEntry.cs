namespace FmeTyped;

/// <summary>One line of a job's log, taken apart. What the line does not have is null.</summary>
public sealed record FmeLogEntry
{
    /// <summary>The line's number, from 1.</summary>
    public long? Number { get; init; }

    /// <summary>When it was written. Engines write their local time without a zone; such a time is read as UTC.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>How long the engine's process had been busy.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>How long of that since the entry before.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How grave it is.</summary>
    public FmeLogSeverity Severity { get; init; }

    /// <summary>The severity in the log's own word, such as <c>WARN</c>; empty where the line has none.</summary>
    public string SeverityText { get; init; } = "";

    /// <summary>What it says; the whole line where it has no severity.</summary>
    public string Message { get; init; } = "";

    /// <summary>The severity and the message.</summary>
    public override string ToString() => SeverityText.Length == 0 ? Message : $"{SeverityText}: {Message}";
}
