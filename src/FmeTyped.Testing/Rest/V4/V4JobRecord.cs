namespace FmeTyped.Testing;

/// <summary>A job. Shape: the OpenAPI document, whose keys the fmeflow-cli fixture has in part. Values are repeated as they were sent: A015.</summary>
internal sealed record V4JobRecord : V4JobSummary
{
    public V4JobRecord(JobState job)
        : base(job)
    {
        JobOrder order = job.Order;
        PublishedParameters = order.Parameters.ToDictionary(sent => sent.Key, sent => sent.Value.IsList ? (object)sent.Value.Items : sent.Value.Text);

        // The same directive can be given twice in v3, and the last one counts.
        Directives = order.Directives.GroupBy(directive => directive.Key).ToDictionary(same => same.Key, same => same.Last().Value);
        SuccessTopics = order.SuccessTopics;
        FailureTopics = order.FailureTopics;
        MaxJobRuntime = (long?)order.RunLimit?.TotalSeconds;
        MaxTimeInQueue = (long?)order.QueueLimit?.TotalSeconds;
        FeatureOutputCount = job.IsFinished ? job.FeatureCount : null;
        StatusMessage = job.IsFinished ? job.Message : null;
    }

    public IReadOnlyDictionary<string, object> PublishedParameters { get; }

    public IReadOnlyDictionary<string, string> DeploymentParameters { get; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Directives { get; }

    public IReadOnlyList<string> SuccessTopics { get; }

    public IReadOnlyList<string> FailureTopics { get; }

    public long? MaxJobRuntime { get; }

    public long? MaxTimeInQueue { get; }

    public long? FeatureOutputCount { get; }

    public string? StatusMessage { get; }

    public string RequesterHost { get; } = "127.0.0.1";

    public int RequesterResultPort { get; } = -1;
}
