namespace FmeTyped;

/// <summary>How a job is to be run. What is null is left to the server.</summary>
/// <remarks>What the server's REST API lacks fails with <see cref="FmeNotSupportedException"/> before anything is submitted.</remarks>
public sealed class FmeRunOptions
{
    // The directive that carries the key: A060.
    internal const string CorrelationDirective = "fmetypedCorrelationKey";

    private string? _queue;
    private string? _correlationKey;

    /// <summary>How to wait for the job; null for the defaults. Where nothing waits, as in <c>SubmitAsync</c>, it is refused; batches have their
    /// own.</summary>
    public FmeWaitOptions? Wait { get; init; }

    /// <summary>The job queue. Null takes the client's default for the workspace, if it has one.</summary>
    public string? Queue { get => _queue; init => _queue = value; }

    /// <summary>How long the job may wait in its queue before the server cancels it; at least a second, and rounded up to whole ones.</summary>
    public TimeSpan? MaximumQueueTime { get; init; }

    /// <summary>How long the job may run before the server cancels it; at least a second, and rounded up to whole ones.</summary>
    public TimeSpan? MaximumRunTime { get; init; }

    /// <summary>
    /// How long queue and run may take together, from one second to a day; rounded up to whole seconds. Only with <c>TransactAsync</c> and REST
    /// API version 4.
    /// </summary>
    public TimeSpan? MaximumTotalLifetime { get; init; }

    /// <summary>The topics that are notified when the job succeeds.</summary>
    public FmeList<string>? SuccessTopics { get; init; }

    /// <summary>The topics that are notified when the job fails.</summary>
    public FmeList<string>? FailureTopics { get; init; }

    /// <summary>Names and values that travel with the job, for those who are notified.</summary>
    public IReadOnlyDictionary<string, string>? Directives { get; init; }

    /// <summary>
    /// A name of your own for this one submission, by which <c>FindSubmissionAsync</c> finds its job if the answer is lost. It travels as the directive
    /// <c>fmetypedCorrelationKey</c> and has to be used once only; null for a new unique one.
    /// </summary>
    public string? CorrelationKey { get => _correlationKey; init => _correlationKey = value; }

    /// <summary>A description of the job. Only with REST API version 3.</summary>
    public string? Description { get; init; }

    /// <summary>The job's priority. Only with REST API version 3, and only on old servers; newer ones have queues.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// Whether the job runs until it is cancelled: when it ends, the server starts it again. Only with REST API version 3, and only on old servers; newer ones
    /// have streams for it. Source: the vendor's reference manual on job directives, and its command line.
    /// </summary>
    public bool? RunUntilCancelled { get; init; }

    /// <summary>
    /// Who gets an e-mail when the result is ready: one address, or several with commas between. Only for downloads, and only of servers that send e-mail.
    /// </summary>
    public string? RequesterEmail { get; init; }

    /// <summary>Another repository than the workspace's own, for this call. It is taken as it is, whatever the client's options say.</summary>
    public string? Repository { get; init; }

    /// <summary>Another workspace file name, with <c>.fmw</c>, for this call.</summary>
    public string? Workspace { get; init; }

    /// <summary>Which way the request's files take to the server. Null takes the client's default.</summary>
    public FmeUploadRoute? UploadRoute { get; init; }

    /// <summary>Receives how far the upload of each file is.</summary>
    public IProgress<FmeUploadProgress>? UploadProgress { get; init; }

    /// <summary>
    /// Whether uploaded files stay on the server after the job. Without it they are deleted when this client sees the end of the job, or knows that none was
    /// made.
    /// </summary>
    public bool KeepUploads { get; init; }

    /// <summary>
    /// Published parameters by their names on the wire, which are sent as they are. One that the request has too takes its place. Nothing
    /// checks them but the server.
    /// </summary>
    public IReadOnlyDictionary<string, FmeParameterValue>? ExtraParameters { get; init; }

    /// <summary>The same with a queue.</summary>
    internal FmeRunOptions WithQueue(string queue)
    {
        var copy = (FmeRunOptions)MemberwiseClone();
        copy._queue = queue;
        return copy;
    }

    /// <summary>The same with a key.</summary>
    internal FmeRunOptions WithCorrelationKey(string key)
    {
        var copy = (FmeRunOptions)MemberwiseClone();
        copy._correlationKey = key;
        return copy;
    }
}
