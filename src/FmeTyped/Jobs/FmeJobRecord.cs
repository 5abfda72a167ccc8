namespace FmeTyped;

/// <summary>
/// What the server reports about a job, at any time of its life. Everything but the id may be missing. Times without a zone are read as
/// UTC; a time that has not been reached yet is null.
/// </summary>
public sealed class FmeJobRecord : IJobPoll
{
    internal FmeJobRecord()
    {
    }

    /// <summary>The job's id.</summary>
    public long Id { get; internal init; }

    /// <summary>The status of the job.</summary>
    public FmeJobStatus Status { get; internal set; }

    /// <summary>The status inside the job's result, which can be a failure when <see cref="Status"/> is a success; null if there is none.</summary>
    public FmeJobStatus? ResultStatus { get; internal set; }

    /// <summary>The server's message about the outcome, such as <c>Translation Successful</c>.</summary>
    public string? StatusMessage { get; internal set; }

    /// <summary>How many features were written.</summary>
    public long? FeatureCount { get; internal init; }

    /// <summary>The repository.</summary>
    public string? Repository { get; internal init; }

    /// <summary>The workspace's file name.</summary>
    public string? Workspace { get; internal init; }

    /// <summary>The job queue.</summary>
    public string? Queue { get; internal init; }

    /// <summary>The kind of the queue, in the server's word. Only with REST API version 4.</summary>
    public string? QueueType { get; internal init; }

    /// <summary>The user who submitted the job.</summary>
    public string? UserName { get; internal init; }

    /// <summary>The description that was sent with the submission.</summary>
    public string? Description { get; internal init; }

    /// <summary>The engine that ran or runs the job.</summary>
    public string? EngineName { get; internal init; }

    /// <summary>The host of that engine.</summary>
    public string? EngineHost { get; internal init; }

    /// <summary>When the job was submitted.</summary>
    public DateTimeOffset? TimeSubmitted { get; internal init; }

    /// <summary>When the job was queued.</summary>
    public DateTimeOffset? TimeQueued { get; internal init; }

    /// <summary>When an engine started the job.</summary>
    public DateTimeOffset? TimeStarted { get; internal init; }

    /// <summary>When the job ended.</summary>
    public DateTimeOffset? TimeFinished { get; internal init; }

    /// <summary>How long the job ran.</summary>
    public TimeSpan? ElapsedTime { get; internal init; }

    /// <summary>The job's CPU time.</summary>
    public TimeSpan? CpuTime { get; internal init; }

    /// <summary>How many warnings the log has.</summary>
    public long? WarningCount { get; internal init; }

    /// <summary>How many errors the log has.</summary>
    public long? ErrorCount { get; internal init; }

    /// <summary>How many lines the log has.</summary>
    public long? LineCount { get; internal init; }

    /// <summary>The job's CPU usage in percent.</summary>
    public double? CpuPercent { get; internal init; }

    /// <summary>The peak memory of the job's process in bytes.</summary>
    public long? PeakMemory { get; internal init; }

    /// <summary>The kind of source that started the job, in the server's word, such as <c>schedules</c>.</summary>
    public string? SourceType { get; internal init; }

    /// <summary>The name of the source that started the job.</summary>
    public string? SourceName { get; internal init; }

    /// <summary>The id of the source that started the job.</summary>
    public string? SourceId { get; internal init; }

    /// <summary>The address of the job's results, as the server reports it; null if there is nothing to download.</summary>
    public Uri? ResultDatasetDownloadUrl { get; internal init; }

    /// <summary>
    /// The directives of the job, including the correlation key and some of the server's own. Null if the server does not
    /// report them: lists of REST API version 4 do not.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Directives { get; internal init; }

    /// <summary>The topics that are notified when the job succeeds; null if the server does not report it.</summary>
    public IReadOnlyList<string>? SuccessTopics { get; internal init; }

    /// <summary>The topics that are notified when the job fails; null if the server does not report it.</summary>
    public IReadOnlyList<string>? FailureTopics { get; internal init; }

    /// <summary>
    /// The published parameters of the job's request, by their names on the wire, as the server reports them. Names of its own
    /// are among them, and secrets may be. Null if the server does not report them. The <c>TryRead</c> method of a generated type makes a request of them.
    /// </summary>
    public IReadOnlyDictionary<string, FmeParameterValue>? PublishedParameters { get; internal init; }

    bool IJobPoll.HasEnded => Status.IsFinal;

    /// <summary>A copy with another message; this instance if the message is the same.</summary>
    internal FmeJobRecord WithMessage(string? message)
    {
        if (message == StatusMessage)
        {
            return this;
        }

        var copy = (FmeJobRecord)MemberwiseClone();
        copy.StatusMessage = message;
        return copy;
    }

    /// <summary>A copy with other statuses.</summary>
    internal FmeJobRecord WithStatus(FmeJobStatus status, FmeJobStatus? resultStatus)
    {
        var copy = (FmeJobRecord)MemberwiseClone();
        copy.Status = status;
        copy.ResultStatus = resultStatus;
        return copy;
    }
}
