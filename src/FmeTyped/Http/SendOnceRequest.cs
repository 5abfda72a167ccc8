namespace FmeTyped;

/// <summary>What sending has to know of a submission: whether it has left, what its job can be found by, and what of it must be shown to nobody.</summary>
internal abstract record SendOnceRequest
{
    private DateTimeOffset? _timeSent;
    private volatile bool _hasLeft;

    /// <summary>Whether the server may have seen something of it, so that only the server's refusal tells that there is no job.</summary>
    public bool MayHaveArrived => _hasLeft;

    /// <summary>What it can be found by after it has left; null where the way of sending has no room for a key.</summary>
    public SubmissionTrace? Trace => _timeSent is { } time ? TraceAt(time) : null;

    /// <summary>Is told before the first byte leaves. From then on the server may have it.</summary>
    /// <param name="time">When it was sent; null where that does not help to find it.</param>
    public void Leave(DateTimeOffset? time)
    {
        _timeSent = time;
        _hasLeft = true;
    }

    /// <summary>What it can be found by when it is sent at a time and the response is lost.</summary>
    public abstract SubmissionTrace TraceAt(DateTimeOffset time);

    /// <summary>What of it must be shown to nobody.</summary>
    public abstract IReadOnlyList<SecretText> FindSecrets();
}
