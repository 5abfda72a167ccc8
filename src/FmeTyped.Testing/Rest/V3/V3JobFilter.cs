namespace FmeTyped.Testing;

/// <summary>The filters of lists of jobs: fmeflow-cli, and clients in use for completedState, whose words are A172.</summary>
internal static class V3JobFilter
{
    private static readonly Dictionary<string, JobStatus[]> States = new()
    {
        ["success"] = [JobStatus.Succeeded],
        ["failed"] = [JobStatus.Failed, JobStatus.CouldNotRun],
        ["aborted"] = [JobStatus.Cancelled],
    };

    /// <param name="query">The query.</param>
    /// <param name="hasEnded">Whether the list is of jobs that have ended, which are the only ones that can be filtered by outcome.</param>
    /// <returns>Whether a job matches.</returns>
    public static Func<JobState, bool> Read(ListQuery query, bool hasEnded)
    {
        string? repository = query.Text("repository");
        string? workspace = query.Text("workspace");
        string? user = query.Text("userName");

        // No job of the emulator was started by a schedule or the like.
        bool hasSource = query.Text("sourceID") is not null | query.Text("sourceType") is not null;
        JobStatus[]? states = hasEnded && query.Word("completedState", [.. States.Keys]) is { } state ? States[state] : null;
        return job => !hasSource
            && (repository is null || job.Order.Workspace.Repository == repository)
            && (workspace is null || job.Order.Workspace.Name == workspace)
            && (user is null || job.User == user)
            && (states is null || states.Contains(job.Status));
    }
}
