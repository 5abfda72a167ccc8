using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>A request that was checked, and how it is to be run: what both versions of the REST API make their bodies of.</summary>
internal sealed record Submission(IFmeRequest Request, string Repository, string Workspace, FmeRunOptions Options) : SendOnceRequest
{
    /// <summary>The workspace in the words of errors.</summary>
    public string Name => $"{Repository}/{Workspace}";

    /// <summary>What the job can be found by when the response is lost. It goes out as a directive where the way to send has directives.</summary>
    public required string CorrelationKey { get; init; }

    /// <summary>Whether something of this machine has to be uploaded before it can be sent.</summary>
    public bool HasLocalFiles { get; init; }

    /// <summary>Where each of its local files was uploaded to; null as long as none was.</summary>
    public IReadOnlyDictionary<LocalFiles, string>? Uploads { get; init; }

    /// <summary>The folder that holds its uploads and is to be deleted after the job; null where there is none.</summary>
    public UploadedFolder? UploadFolder { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<SecretText> FindSecrets() => SecretsOf(Request, Options);

    /// <summary>What of a request and of how it is run must be shown to nobody. Nothing but their names tells of extra parameters.</summary>
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

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    protected override SubmissionTrace TraceAt(DateTimeOffset time) => new(CorrelationKey, Repository, Workspace, time) { Descriptor = Request.Descriptor };
}
