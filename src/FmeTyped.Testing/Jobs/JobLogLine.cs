namespace FmeTyped.Testing;

/// <summary>A line of a job's log.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Elapsed">How long the job had run.</param>
/// <param name="SinceLast">The time since the previous line.</param>
/// <param name="Severity">FME's word, such as <c>WARN</c>.</param>
/// <param name="Text">The message.</param>
internal sealed record JobLogLine(int Number, DateTimeOffset Time, TimeSpan Elapsed, TimeSpan SinceLast, string Severity, string Text)
{
    /// <summary>Returns the line in the log's format.</summary>
    public string Line => FormattableString.Invariant(
        $"{Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}|{Elapsed.TotalSeconds,6:0.0}|{SinceLast.TotalSeconds,5:0.0}|{Severity,-6}|{Text}");
}
