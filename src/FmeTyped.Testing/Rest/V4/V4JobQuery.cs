using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>What a list of jobs is asked for: states, which have to be named, further filters and an order. Source: the OpenAPI document.</summary>
internal static class V4JobQuery
{
    /// <exception cref="RefusedException">422: no state is named, or a word is none.</exception>
    public static IReadOnlyList<V4JobSummary> Run(IQueryCollection query, IEnumerable<JobState> jobs)
    {
        StringValues states = query["status"];
        if (states.Count == 0)
        {
            throw V4Refusal.Invalid("status", "is required");
        }

        if (states.FirstOrDefault(state => !V4JobStatus.Words.Contains(state)) is { } unknown)
        {
            throw V4Refusal.Invalid(
                "status", $"'{unknown}' is none of {string.Join(", ", V4JobStatus.Words)}; several are given as status=queued&status=running");
        }

        IEnumerable<V4JobSummary> found = jobs.Select(job => new V4JobSummary(job)).Where(job =>
            states.Contains(job.Status)
            && Is(query, "repository", job.Repository)
            && Is(query, "workspace", job.Workspace)
            && Is(query, "queue", job.Queue)
            && Is(query, "engineName", job.EngineName)
            && Is(query, "userID", job.UserID)
            && Is(query, "runtimeUserID", job.RuntimeUserID)

            // No job of the emulator was started by an automation or the like.
            && Is(query, "sourceType", null)
            && Is(query, "sourceID", null));
        return [.. Sort(query["sort"], found)];
    }

    private static bool Is(IQueryCollection query, string key, string? value) => !query.TryGetValue(key, out StringValues wanted) || wanted == value;

    private static IEnumerable<V4JobSummary> Sort(string? order, IEnumerable<V4JobSummary> jobs) => order switch
    {
        // The document's own order, in which jobs that have not ended come first here.
        null or "" => jobs.OrderByDescending(job => job.TimeFinished is null).ThenByDescending(job => job.TimeFinished, StringComparer.Ordinal),
        "workspace" or "workspace_asc" => jobs.OrderBy(job => job.Workspace, StringComparer.Ordinal),
        "workspace_desc" => jobs.OrderByDescending(job => job.Workspace, StringComparer.Ordinal),
        "status" or "status_asc" => jobs.OrderBy(job => job.Status, StringComparer.Ordinal),
        "status_desc" => jobs.OrderByDescending(job => job.Status, StringComparer.Ordinal),
        "timeStarted" or "timeStarted_asc" => jobs.OrderBy(job => job.TimeStarted, StringComparer.Ordinal),
        "timeStarted_desc" => jobs.OrderByDescending(job => job.TimeStarted, StringComparer.Ordinal),
        "timeFinished" or "timeFinished_asc" => jobs.OrderBy(job => job.TimeFinished, StringComparer.Ordinal),
        "timeFinished_desc" => jobs.OrderByDescending(job => job.TimeFinished, StringComparer.Ordinal),
        _ => throw V4Refusal.Invalid("sort", "has to be one of workspace, status, timeStarted, timeFinished, with _asc or _desc behind it"),
    };
}
