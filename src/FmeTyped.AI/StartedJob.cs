using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>A job that a tool started, or a submission that may be one.</summary>
/// <param name="workspace">Its workspace.</param>
internal sealed class StartedJob(FmeWorkspaceDescriptor workspace)
{
    public FmeWorkspaceDescriptor Workspace => workspace;

    /// <summary>The job; null while it is not known whether there is one.</summary>
    public FmeJob? Job { get; set; }

    /// <summary>The submission whose response was lost; null if none was.</summary>
    public FmeSubmissionUnknownException? Lost { get; init; }

    /// <summary>Whether the job is known to have ended.</summary>
    public bool IsOver { get; set; }

    /// <summary>What a model calls it: the job's id, or else the key of the submission.</summary>
    public string Id => Job?.Id.ToString(CultureInfo.InvariantCulture) ?? Lost!.CorrelationKey!;

    public bool IsCalled(string name) => name == Id || (Lost is not null && name == Lost.CorrelationKey);

    public override string ToString() => Job is null ? $"The submission {Id} of {Workspace}" : $"Job {Id} of {Workspace}";
}
