namespace FmeTyped;

/// <summary>What a submission can be found by when its answer was lost.</summary>
internal sealed record SubmissionTrace(string CorrelationKey, string Repository, string Workspace, DateTimeOffset TimeSent);
