namespace FmeTyped.Tool.Probing;

/// <summary>The addresses of one version of the REST API that more than one assumption needs.</summary>
internal sealed record ApiAddresses(int Version)
{
    public static ApiAddresses V3 { get; } = new(3)
    {
        There = $"/fmerest/v3/info",
        NoSuchThing = $"/fmerest/v3/repositories/fmetyped-probe-nowhere",
        Finished = $"/fmerest/v3/transformations/jobs/completed",
        Unfinished = [$"/fmerest/v3/transformations/jobs/running", $"/fmerest/v3/transformations/jobs/queued"],
        Tokens = $"/fmerest/v3/tokens",
        Repositories = (limit, offset) => $"/fmerest/v3/repositories?limit={limit}&offset={offset}",
        FilteredRepositories = text => $"/fmerest/v3/repositories?filterString={text}",
        Items = repository => $"/fmerest/v3/repositories/{repository}/items?type=WORKSPACE&limit=10&offset=0",
        Workspace = (repository, workspace) => $"/fmerest/v3/repositories/{repository}/items/{workspace}",
        Parameters = (repository, workspace) => $"/fmerest/v3/repositories/{repository}/items/{workspace}/parameters",
        File = (repository, workspace) => $"/fmerest/v3/repositories/{repository}/items/{workspace}?accept=contents",
        Job = id => $"/fmerest/v3/transformations/jobs/id/{id}",
        Result = id => $"/fmerest/v3/transformations/jobs/id/{id}/result",
    };

    public static ApiAddresses V4 { get; } = new(4)
    {
        There = $"/fmeapiv4/healthcheck/liveness",
        NoSuchThing = $"/fmeapiv4/repositories/fmetyped-probe-nowhere",
        Finished = $"/fmeapiv4/jobs?status=success&status=failure&status=cancelled",
        Unfinished = [$"/fmeapiv4/jobs?status=running&status=queued"],
        Tokens = $"/fmeapiv4/tokens",
        Repositories = (limit, offset) => $"/fmeapiv4/repositories?limit={limit}&offset={offset}",
        FilteredRepositories = text => $"/fmeapiv4/repositories?filterString={text}",
        Items = repository => $"/fmeapiv4/repositories/{repository}/items?type=workspace&limit=10&offset=0",
        Workspace = (repository, workspace) => $"/fmeapiv4/workspaces/{repository}/{workspace}",
        Parameters = (repository, workspace) => $"/fmeapiv4/workspaces/{repository}/{workspace}/parameters",
        File = (repository, workspace) => $"/fmeapiv4/workspaces/{repository}/{workspace}/download",
        Job = id => $"/fmeapiv4/jobs/{id}",
        Result = id => $"/fmeapiv4/jobs/{id}/result",
    };

    /// <summary>Shows whether the server has this version.</summary>
    public required FormattableString There { get; init; }

    public required FormattableString NoSuchThing { get; init; }

    public required FormattableString Finished { get; init; }

    public required IReadOnlyList<FormattableString> Unfinished { get; init; }

    public required FormattableString Tokens { get; init; }

    public required Func<int, int, FormattableString> Repositories { get; init; }

    public required Func<string, FormattableString> FilteredRepositories { get; init; }

    public required Func<string, FormattableString> Items { get; init; }

    public required Func<string, string, FormattableString> Workspace { get; init; }

    public required Func<string, string, FormattableString> Parameters { get; init; }

    public required Func<string, string, FormattableString> File { get; init; }

    public required Func<long, FormattableString> Job { get; init; }

    public required Func<long, FormattableString> Result { get; init; }
}
