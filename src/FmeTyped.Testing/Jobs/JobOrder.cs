using FmeTyped.Metadata;

namespace FmeTyped.Testing;

/// <summary>What a client asked for, whichever API version it spoke.</summary>
internal sealed record JobOrder(PublishedWorkspace Workspace, IReadOnlyDictionary<string, FmeParameterValue> Parameters)
{
    public string Queue { get; init; } = "Default";

    /// <summary>How long the job may run; null without limit.</summary>
    public TimeSpan? RunLimit { get; init; }

    /// <summary>How long the job may wait in the queue; null without limit.</summary>
    public TimeSpan? QueueLimit { get; init; }

    /// <summary>How long the job may wait and run together; null without limit.</summary>
    public TimeSpan? TotalLimit { get; init; }

    public bool RunUntilCancelled { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Directives { get; init; } = [];

    public IReadOnlyList<string> SuccessTopics { get; init; } = [];

    public IReadOnlyList<string> FailureTopics { get; init; } = [];

    /// <summary>Where the job's files are to be downloaded; null where nobody asked for that.</summary>
    public ResultLink? Result { get; init; }

    /// <summary>Where the data lies that came as the request's body; null where none did.</summary>
    public string? SourceData { get; init; }
}
