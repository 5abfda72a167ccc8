using FmeTyped.Metadata;

namespace FmeTyped.Testing;

/// <summary>A job as a client requested it, in either version of the API.</summary>
internal sealed record JobOrder(PublishedWorkspace Workspace, IReadOnlyDictionary<string, FmeParameterValue> Parameters)
{
    public string Queue { get; init; } = "Default";

    /// <summary>How long the job may run; null for no limit.</summary>
    public TimeSpan? RunLimit { get; init; }

    /// <summary>How long the job may wait in the queue; null for no limit.</summary>
    public TimeSpan? QueueLimit { get; init; }

    /// <summary>How long the job may wait and run in total; null for no limit.</summary>
    public TimeSpan? TotalLimit { get; init; }

    public bool RunUntilCancelled { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Directives { get; init; } = [];

    public IReadOnlyList<string> SuccessTopics { get; init; } = [];

    public IReadOnlyList<string> FailureTopics { get; init; } = [];

    /// <summary>The address of the job's files for download; null if none was requested.</summary>
    public ResultLink? Result { get; init; }

    /// <summary>What is wrong with the request, and was accepted anyway.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The path of the source data that was sent as the request's body; null if there is none.</summary>
    public string? SourceData { get; init; }
}
