using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>One line of a job's log, split into its parts. A part that is missing in the line is null.</summary>
public sealed class FmeLogEntry
{
    internal FmeLogEntry()
    {
    }

    /// <summary>The line's number, from 1.</summary>
    public long? Number { get; internal init; }

    /// <summary>When the line was written. Engines write their local time without a zone; such a time is read as UTC.</summary>
    public DateTimeOffset? Time { get; internal init; }

    /// <summary>The CPU time of the engine's process so far.</summary>
    public TimeSpan? Elapsed { get; internal init; }

    /// <summary>The CPU time since the previous entry.</summary>
    public TimeSpan? Duration { get; internal init; }

    /// <summary>
    /// How severe the entry is: FME's FATAL is <see cref="LogLevel.Critical"/>, ERROR, WARN and INFORM are the levels of these names, STATS and STATRP are
    /// <see cref="LogLevel.Debug"/>. A line with no severity, or an unknown one, is <see cref="LogLevel.Trace"/>.
    /// </summary>
    public LogLevel Level { get; internal init; }

    /// <summary>The severity in the log's own word, such as <c>WARN</c>; empty if the line has none.</summary>
    public string Severity { get; internal init; } = "";

    /// <summary>The message; the whole line if it has no severity.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>Returns the severity and the message.</summary>
    public override string ToString() => Severity.Length == 0 ? Message : $"{Severity}: {Message}";

    /// <summary>A copy with another message; this instance if the message is the same.</summary>
    internal FmeLogEntry WithMessage(string message)
    {
        if (message == Message)
        {
            return this;
        }

        var copy = (FmeLogEntry)MemberwiseClone();
        copy.Message = message;
        return copy;
    }
}
