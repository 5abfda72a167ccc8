namespace FmeTyped;

/// <summary>How to run a job. A member that is null is left to the server.</summary>
/// <remarks>An option that the server's REST API lacks fails with <see cref="FmeNotSupportedException"/> before anything is submitted.</remarks>
public sealed class FmeRunOptions
{
    // The directive with the key: A060.
    internal const string CorrelationDirective = "fmetypedCorrelationKey";

    private string? _queue;
    private string? _correlationKey;

    /// <summary>How to wait for the job; null for the defaults. Calls that do not wait, such as <c>SubmitAsync</c>, refuse it; batches have their
    /// own.</summary>
    public FmeWaitOptions? Wait { get; init; }

    /// <summary>The job queue; null for the client's default for the workspace, if it has one.</summary>
    public string? Queue { get => _queue; init => _queue = value; }

    /// <summary>How long the job may wait in its queue before the server cancels it; at least a second, and rounded up to whole seconds.</summary>
    public TimeSpan? MaximumQueueTime { get; init; }

    /// <summary>How long the job may run before the server cancels it; at least a second, and rounded up to whole seconds.</summary>
    public TimeSpan? MaximumRunTime { get; init; }

    /// <summary>
    /// How long the job may be queued and running in total, from one second to a day; rounded up to whole seconds. Only with <c>TransactAsync</c> and REST
    /// API version 4.
    /// </summary>
    public TimeSpan? MaximumTotalLifetime { get; init; }

    /// <summary>The topics that are notified when the job succeeds.</summary>
    public FmeList<string>? SuccessTopics { get; init; }

    /// <summary>The topics that are notified when the job fails.</summary>
    public FmeList<string>? FailureTopics { get; init; }

    /// <summary>Names and values that are sent with the job, for the subscribers of the topics.</summary>
    public IReadOnlyDictionary<string, string>? Directives { get; init; }

    /// <summary>
    /// A key of your own for this one submission, by which <c>FindSubmissionAsync</c> finds its job if the response is lost. It is sent as the directive
    /// <c>fmetypedCorrelationKey</c> and must be used only once; null for a new unique key.
    /// </summary>
    public string? CorrelationKey { get => _correlationKey; init => _correlationKey = value; }

    /// <summary>A description of the job. Only with REST API version 3.</summary>
    public string? Description { get; init; }

    /// <summary>The job's priority. Only with REST API version 3, and only on old servers; newer ones have queues instead.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// Whether the job runs until it is cancelled: when it ends, the server starts it again. Only with REST API version 3, and only on old servers; newer ones
    /// have streams instead. Source: FME Flow Reference Manual, job directives.
    /// </summary>
    public bool? RunUntilCancelled { get; init; }

    /// <summary>
    /// Who gets an e-mail when the result is ready: one address, or several with commas between. Only for downloads, and only of servers that send e-mail.
    /// </summary>
    public string? RequesterEmail { get; init; }

    /// <summary>
    /// The data that the workspace reads, instead of its reader's own source: for example a <see cref="System.Net.Http.StreamContent"/> whose
    /// <c>ContentType</c> says what it is. Only for <c>StreamAsync</c>. It is sent once, as it is read, and is not disposed of. The request's parameters stand
    /// in the address then, so a request with a secret is refused. With several readers the server decides which one gets the data. Source: FME Flow Reference
    /// Manual, data streaming service.
    /// </summary>
    public HttpContent? SourceData { get; init; }

    /// <summary>The repository to use in this call, instead of the workspace's own. It is sent as it is, whatever the client's options say.</summary>
    public string? Repository { get; init; }

    /// <summary>The workspace file name to use in this call, with <c>.fmw</c>.</summary>
    public string? Workspace { get; init; }

    /// <summary>How the request's files are uploaded; null for the client's default.</summary>
    public FmeUploadRoute? UploadRoute { get; init; }

    /// <summary>Receives the progress of each file's upload.</summary>
    public IProgress<FmeUploadProgress>? UploadProgress { get; init; }

    /// <summary>
    /// Whether uploaded files stay on the server after the job. By default, the client deletes them when it sees the end of the job, or knows that no job was
    /// made.
    /// </summary>
    public bool KeepUploads { get; init; }

    /// <summary>
    /// Published parameters by their names on the wire, which are sent as they are. They replace the request's own. Only the
    /// server checks them.
    /// </summary>
    public IReadOnlyDictionary<string, FmeParameterValue>? ExtraParameters { get; init; }

    /// <summary>A copy with a queue.</summary>
    internal FmeRunOptions WithQueue(string queue)
    {
        var copy = (FmeRunOptions)MemberwiseClone();
        copy._queue = queue;
        return copy;
    }

    /// <summary>A copy with a correlation key.</summary>
    internal FmeRunOptions WithCorrelationKey(string key)
    {
        var copy = (FmeRunOptions)MemberwiseClone();
        copy._correlationKey = key;
        return copy;
    }
}
