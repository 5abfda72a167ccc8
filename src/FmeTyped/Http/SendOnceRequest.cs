namespace FmeTyped;

/// <summary>What sending has to know of a submission: whether it has left, what its job can be found by, and what of it must be shown to nobody.</summary>
internal abstract record SendOnceRequest
{
    private volatile bool _hasLeft;

    /// <summary>Whether the server may have seen something of it, so that only the server's refusal tells that there is no job.</summary>
    public bool MayHaveArrived => _hasLeft;

    /// <summary>When it is sent; null before, and where the way of sending has no room for a key, so that the time does not help to find the job.</summary>
    public DateTimeOffset? TimeSent { get; set; }

    /// <summary>What its job can be found by if the response is lost; null where it cannot be found.</summary>
    public SubmissionTrace? Trace => TimeSent is { } time ? TraceAt(time) : null;

    /// <summary>Is told before the first byte leaves. From then on the server may have it.</summary>
    public void Leave() => _hasLeft = true;

    /// <summary>What of it must be shown to nobody.</summary>
    public abstract IReadOnlyList<SecretText> FindSecrets();

    protected abstract SubmissionTrace TraceAt(DateTimeOffset time);
}
