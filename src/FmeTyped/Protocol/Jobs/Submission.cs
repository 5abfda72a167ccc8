namespace FmeTyped;

/// <summary>A request that was checked, and how it is to be run: what both versions of the REST API make their bodies of.</summary>
internal sealed record Submission(IFmeRequest Request, string Repository, string Workspace, FmeRunOptions Options)
{
    /// <summary>The workspace in the words of errors.</summary>
    public string Name => $"{Repository}/{Workspace}";

    /// <summary>Whether something of this machine has to be uploaded before it can be sent.</summary>
    public bool HasLocalFiles { get; init; }

    /// <summary>Where that was uploaded to; null as long as it was not.</summary>
    public UploadedFiles? Uploads { get; init; }
}
