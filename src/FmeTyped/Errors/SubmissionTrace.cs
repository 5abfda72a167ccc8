namespace FmeTyped;

/// <summary>What a submission can be found by when its answer was lost.</summary>
internal sealed record SubmissionTrace(string CorrelationKey, string Repository, string Workspace, DateTimeOffset TimeSent)
{
    /// <summary>The workspace of the request; null where the trace was kept without it.</summary>
    public FmeWorkspaceDescriptor? Descriptor { get; init; }
}
