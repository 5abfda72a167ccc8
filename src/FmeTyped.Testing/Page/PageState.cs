namespace FmeTyped.Testing;

/// <summary>What the page shows of the emulator as a whole, and asks for each second.</summary>
internal sealed class PageState(ServerState server, RequestLog requests, int maxJobs, int maxRequests)
{
    private readonly IReadOnlyList<JobState> _jobs = server.Jobs.List();

    public string Build => server.Build.Text;

    /// <summary>The prefix of the paths of the REST API that clients are shown.</summary>
    public string Api => server.Build.HasV4 ? "fmeapiv4" : "fmerest/v3";

    public int JobCount => _jobs.Count;

    /// <summary>The latest jobs, the newest first.</summary>
    public IEnumerable<PageJob> Jobs => _jobs.Take(maxJobs).Select(job => new PageJob(job, server.Time.GetUtcNow()));

    /// <summary>The latest requests, the newest first, without query and body.</summary>
    public IEnumerable<object> Requests => requests.Snapshot().Reverse().Take(maxRequests).Select(request => new
    {
        request.Method,
        Path = PageText.OneLine(request.Path.Split('?')[0]),
        request.StatusCode,
        Problems = request.Problems.Select(PageText.Lines),
    });

    public IEnumerable<object> Workspaces => server.Workspaces.Repositories.SelectMany(repository => repository.Workspaces.Values).Select(workspace => new
    {
        workspace.Repository,
        workspace.Name,
        Label = PageText.OneLine(workspace.ToString()),
        Title = PageText.OneLine(workspace.Model.Title),
    });
}
