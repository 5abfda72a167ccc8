namespace FmeTyped;

/// <summary>What the sender must know about a submission: whether it was sent, how its job can be found, and which of its values are secret.</summary>
internal abstract record SendOnceRequest
{
    /// <summary>What to do about a job that may exist.</summary>
    public const string MayBeRunning = "A job may be running anyway. Call FindSubmissionAsync before you submit again.";

    private volatile bool _hasLeft;

    /// <summary>Whether any of it may have reached the server, so that only a refusal proves that there is no job.</summary>
    public bool MayHaveArrived => _hasLeft;

    /// <summary>What to do when nobody knows whether the server took it.</summary>
    public virtual string WhenUnknown => MayBeRunning;

    /// <summary>What a 422 means; null if only the status is known.</summary>
    public virtual string? WhenUnprocessable =>
        "Some published parameter does not fit the workspace as it is on the server now. Its schema file may be out of date.";

    /// <summary>When it was sent; null before that, and if the call cannot carry a key, because the time then does not help to find the job.</summary>
    public DateTimeOffset? TimeSent { get; set; }

    /// <summary>How its job can be found if the response is lost; null if it cannot.</summary>
    public SubmissionTrace? Trace => TimeSent is { } time ? TraceAt(time) : null;

    /// <summary>Called before the first byte is sent. From then on the server may have the submission.</summary>
    public void Leave() => _hasLeft = true;

    /// <summary>The secrets in it.</summary>
    public abstract IReadOnlyList<SecretText> FindSecrets();

    /// <summary>How its job can be found; null if it carries no key.</summary>
    protected abstract SubmissionTrace? TraceAt(DateTimeOffset time);
}
