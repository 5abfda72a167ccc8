namespace FmeTyped;

/// <summary>
/// What the server tells of a job, at any point of its life. All but the id may be missing. Times without a zone are read as
/// UTC; a time that was not reached yet is null.
/// </summary>
public sealed record FmeJobRecord
{
    /// <summary>The job's id.</summary>
    public required long Id { get; init; }

    /// <summary>Where the job stands.</summary>
    public FmeJobStatus Status { get; init; }

    /// <summary>The status inside the job's result, which can say failure where <see cref="Status"/> says success; null where there is none.</summary>
    public FmeJobStatus? ResultStatus { get; init; }

    /// <summary>The server's words on the outcome, such as <c>Translation Successful</c>.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>How many features were written.</summary>
    public long? FeatureCount { get; init; }

    /// <summary>The repository.</summary>
    public string? Repository { get; init; }

    /// <summary>The workspace's file name.</summary>
    public string? Workspace { get; init; }

    /// <summary>The job queue.</summary>
    public string? Queue { get; init; }

    /// <summary>The kind of the queue, in the server's word. Only with REST API version 4.</summary>
    public string? QueueType { get; init; }

    /// <summary>The user who submitted the job.</summary>
    public string? UserName { get; init; }

    /// <summary>The description that was given with the submission.</summary>
    public string? Description { get; init; }

    /// <summary>The engine that ran or runs the job.</summary>
    public string? EngineName { get; init; }

    /// <summary>The host of that engine.</summary>
    public string? EngineHost { get; init; }

    /// <summary>When the job was submitted.</summary>
    public DateTimeOffset? TimeSubmitted { get; init; }

    /// <summary>When the job was queued.</summary>
    public DateTimeOffset? TimeQueued { get; init; }

    /// <summary>When an engine began with the job.</summary>
    public DateTimeOffset? TimeStarted { get; init; }

    /// <summary>When the job ended.</summary>
    public DateTimeOffset? TimeFinished { get; init; }

    /// <summary>How long the job ran.</summary>
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>How long the job kept a processor busy.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>How many warnings the log has.</summary>
    public long? WarningCount { get; init; }

    /// <summary>How many errors the log has.</summary>
    public long? ErrorCount { get; init; }

    /// <summary>How many lines the log has.</summary>
    public long? LineCount { get; init; }

    /// <summary>How busy the job kept its processor, in percent.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>The most memory that the job's process had, in bytes.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>What kind of thing started the job, in the server's word, such as <c>schedules</c>.</summary>
    public string? SourceType { get; init; }

    /// <summary>The name of what started the job.</summary>
    public string? SourceName { get; init; }

    /// <summary>The id of what started the job.</summary>
    public string? SourceId { get; init; }

    /// <summary>Where the job's results can be downloaded, as the server gives it; null where there is nothing to download.</summary>
    public Uri? ResultDatasetDownloadUrl { get; init; }

    /// <summary>
    /// The directives that travel with the job, the correlation key and some of the server's own among them. Null where the server does not
    /// tell: lists of REST API version 4 do not.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Directives { get; init; }

    /// <summary>The topics that are notified when the job succeeds; null where the server does not tell.</summary>
    public FmeList<string>? SuccessTopics { get; init; }

    /// <summary>The topics that are notified when the job fails; null where the server does not tell.</summary>
    public FmeList<string>? FailureTopics { get; init; }

    /// <summary>
    /// The published parameters the job was asked to run with, by their names on the wire, as the server repeats them; names of its own
    /// are among them, and secrets may be. Null where the server does not tell. The <c>TryRead</c> of a generated type makes a request of them.
    /// </summary>
    public IReadOnlyDictionary<string, FmeParameterValue>? PublishedParameters { get; init; }

    /// <summary>The same with other words on the outcome, or itself where they are the same.</summary>
    internal FmeJobRecord WithMessage(string? message) => message == StatusMessage ? this : this with { StatusMessage = message };
}
