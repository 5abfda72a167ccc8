namespace FmeTyped;

/// <summary>What identifies a submission whose response was lost.</summary>
internal sealed record SubmissionTrace(string CorrelationKey, string Repository, string Workspace, DateTimeOffset TimeSent)
{
    /// <summary>The workspace of the request; null if the trace was stored without it.</summary>
    public FmeWorkspaceDescriptor? Descriptor { get; init; }
}
