using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>A request that was checked, and how it is to be run: what both versions of the REST API make their bodies of.</summary>
internal sealed record Submission(IFmeRequest Request, string Repository, string Workspace, FmeRunOptions Options) : ISubmitted
{
    /// <summary>The workspace in the words of errors.</summary>
    public string Name => $"{Repository}/{Workspace}";

    /// <summary>What the job can be found by when the answer is lost. It goes out as a directive where the way to send has directives.</summary>
    public required string CorrelationKey { get; init; }

    /// <summary>Whether something of this machine has to be uploaded before it can be sent.</summary>
    public bool HasLocalFiles { get; init; }

    /// <summary>Where that was uploaded to; null as long as it was not.</summary>
    public UploadedFiles? Uploads { get; init; }

    /// <summary>What of it must be shown to nobody. Nothing but their names tells of extra parameters.</summary>
    public IReadOnlyList<string> FindSecrets()
    {
        var collector = new SecretCollector();
        Request.Write(collector);
        var secrets = new List<string>(collector.Secrets);
        foreach ((string name, FmeParameterValue value) in Options.ExtraParameters ?? new Dictionary<string, FmeParameterValue>())
        {
            foreach (string item in value.Items)
            {
                secrets.AddRange(SecretNames.Says(name) ? [item] : UrlSecrets.Of(item));
            }
        }

        // One may stand within another, which has to go as a whole.
        secrets.Sort((left, right) => right.Length.CompareTo(left.Length));
        return secrets;
    }

    /// <summary>What it can be found by when it was sent at a time and the answer is lost.</summary>
    public SubmissionTrace TraceAt(DateTimeOffset time) => new(CorrelationKey, Repository, Workspace, time) { Descriptor = Request.Descriptor };

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
