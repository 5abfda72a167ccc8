using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>A request that was checked, and how to run it. Both versions of the REST API create their bodies from it.</summary>
internal sealed record Submission(IFmeRequest Request, string Repository, string Workspace, FmeRunOptions Options) : SendOnceRequest
{
    /// <summary>The workspace as errors show it.</summary>
    public string Name => $"{Repository}/{Workspace}";

    /// <summary>How the job can be found when the response is lost. The key is sent as a directive if the call supports directives.</summary>
    public required string CorrelationKey { get; init; }

    /// <summary>Whether files of this machine must be uploaded before it can be sent.</summary>
    public bool HasLocalFiles { get; init; }

    /// <summary>Where each of its local files was uploaded to; null if none was uploaded.</summary>
    public IReadOnlyDictionary<LocalFiles, string>? Uploads { get; init; }

    /// <summary>The folder with its uploads, to be deleted after the job; null if there is none.</summary>
    public UploadedFolder? UploadFolder { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<SecretText> FindSecrets() => SecretsOf(Request, Options);

    /// <summary>The secrets of a request and of its options. Extra parameters are secret only by their names.</summary>
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
