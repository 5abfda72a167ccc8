namespace FmeTyped.Tool.Probing;

/// <summary>The form of a job's log: how many lines there are, and how many have the expected bars.</summary>
internal sealed record LogFacts(int Lines, int LinesWithBars);
