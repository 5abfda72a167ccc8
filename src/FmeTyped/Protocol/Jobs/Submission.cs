namespace FmeTyped;

/// <summary>A request that was checked, and how it is to be run: what both versions of the REST API make their bodies of.</summary>
internal sealed record Submission(IFmeRequest Request, string Repository, string Workspace, FmeRunOptions Options)
{
    /// <summary>The workspace in the words of errors.</summary>
    public string Name => $"{Repository}/{Workspace}";
}
