namespace FmeTyped.Testing;

/// <summary>The query of a job list: required states, further filters and an order. Source: the OpenAPI document.</summary>
internal static class V4JobQuery
{
    private const string Ascending = "_asc";
    private const string Descending = "_desc";

    private static readonly string[] Orders = [.. from key in (string[])["workspace", "status", "timeStarted", "timeFinished"]
                                               from order in (string[])["", Ascending, Descending]
                                               select key + order];

    /// <exception cref="RefusedException">422: no state is given, or a word is not a state.</exception>
    public static IReadOnlyList<V4JobSummary> Run(V4ListQuery query, IEnumerable<JobState> jobs)
    {
        IReadOnlyList<string> states = query.States();
        (string? Wanted, Func<V4JobSummary, string?> Of)[] filters =
        [
            (query.Text("repository"), job => job.Repository),
            (query.Text("workspace"), job => job.Workspace),
            (query.Text("queue"), job => job.Queue),
            (query.Text("engineName"), job => job.EngineName),
            (query.Text("userID"), job => job.UserID),
            (query.Text("runtimeUserID"), job => job.RuntimeUserID),

            // No job of the emulator was started by an automation or the like.
            (query.Text("sourceType"), _ => null),
            (query.Text("sourceID"), _ => null),
        ];
        return
        [
            .. Sort(
                query.Word("sort", Orders),
                jobs.Select(job => new V4JobSummary(job))
                    .Where(job => states.Contains(job.Status) && filters.All(filter => filter.Wanted is null || filter.Wanted == filter.Of(job)))),
        ];
    }

    private static IEnumerable<V4JobSummary> Sort(string? order, IEnumerable<V4JobSummary> jobs)
    {
        Func<V4JobSummary, string?>? key = order?.Split('_')[0] switch
        {
            "workspace" => job => job.Workspace,
            "status" => job => job.Status,
            "timeStarted" => job => job.TimeStarted,
            "timeFinished" => job => job.TimeFinished,
            _ => null,
        };

        // The document's own order, in which jobs that have not ended come first here.
        return key is null ? jobs.OrderByDescending(job => job.TimeFinished is null).ThenByDescending(job => job.TimeFinished, StringComparer.Ordinal)
            : order!.EndsWith(Descending, StringComparison.Ordinal) ? jobs.OrderByDescending(key, StringComparer.Ordinal)
            : jobs.OrderBy(key, StringComparer.Ordinal);
    }
}
