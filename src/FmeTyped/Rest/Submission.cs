using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>A request that was checked, and how it is to be run: what both versions of the REST API make their bodies of.</summary>
internal sealed record Submission(IFmeRequest Request, string Repository, string Workspace, FmeRunOptions Options)
{
    private DateTimeOffset? _timeSent;
    private volatile bool _hasLeft;

    /// <summary>Whether the server may have seen something of it, so that only the server's refusal tells that there is no job.</summary>
    public bool MayHaveArrived => _hasLeft;

    /// <summary>What it can be found by after it has left; null where the way of sending has no room for a key.</summary>
    public SubmissionTrace? Trace => _timeSent is { } time ? TraceAt(time) : null;

    /// <summary>The workspace in the words of errors.</summary>
    public string Name => $"{Repository}/{Workspace}";

    /// <summary>What the job can be found by when the answer is lost. It goes out as a directive where the way to send has directives.</summary>
    public required string CorrelationKey { get; init; }

    /// <summary>Whether something of this machine has to be uploaded before it can be sent.</summary>
    public bool HasLocalFiles { get; init; }

    /// <summary>Where that was uploaded to; null as long as it was not.</summary>
    public UploadedFiles? Uploads { get; init; }

    /// <summary>Is told before the first byte leaves. From then on the server may have it.</summary>
    /// <param name="time">When it was sent; null where that does not help to find it.</param>
    public void Leave(DateTimeOffset? time)
    {
        _timeSent = time;
        _hasLeft = true;
    }

    /// <summary>What of it must be shown to nobody. Nothing but their names tells of extra parameters.</summary>
    public IReadOnlyList<SecretText> FindSecrets() => SecretsOf(Request, Options);

    /// <summary>What of a request and of how it is run must be shown to nobody.</summary>
    public static IReadOnlyList<SecretText> SecretsOf(IFmeRequest request, FmeRunOptions options)
    {
        if (options.ExtraParameters is null && !SecretCollector.MayCollect(request.Descriptor))
        {
            return [];
        }

        var collector = new SecretCollector();
        request.Write(collector);
        foreach ((string name, FmeParameterValue value) in options.ExtraParameters ?? new Dictionary<string, FmeParameterValue>())
        {
            foreach (string item in value.Items)
            {
                foreach (string secret in SecretNames.Says(name) ? [item] : UrlSecrets.From(item))
                {
                    collector.Secrets.Add(new SecretText(secret));
                }
            }
        }

        return collector.Secrets;
    }

    /// <summary>What it can be found by when it was sent at a time and the answer is lost.</summary>
    public SubmissionTrace TraceAt(DateTimeOffset time) => new(CorrelationKey, Repository, Workspace, time) { Descriptor = Request.Descriptor };

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
