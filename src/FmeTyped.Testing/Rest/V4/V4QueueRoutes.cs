using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Queues. Shape: the OpenAPI document.</summary>
internal static class V4QueueRoutes
{
    private const string Type = "system";

    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized.MapGet("/queues", (V4ListQuery query) =>
        {
            bool isListed = (query.Word("type", Type, "remote") is null or Type) & (query.Word("engineType", "standard", "dynamic") is null or "standard");
            string? jobs = query.Word("jobStatus", V4JobStatus.Word(JobStatus.Running), V4JobStatus.Word(JobStatus.Queued));
            Func<IReadOnlyList<string>, bool> finds = query.Filter("name");
            string? sort = query.Word("sort", "name", "name_asc", "name_desc");
            IEnumerable<string> names = server.Queues.Where(name => isListed && finds([name])
                && (jobs is null || JobsOf(name, server).Any(job => V4JobStatus.Word(job.Status) == jobs)));
            return query.Respond(
                [.. sort == "name_desc" ? names.OrderDescending(StringComparer.Ordinal) : names.Order(StringComparer.Ordinal)], name => Describe(name, server));
        }).OfKind(FmeRequestKind.Server);
        authorized.MapGet("/queues/{name}", (string name) => JsonResponse.From(Describe(
            server.Queues.Contains(name) ? name : throw V4Refusal.NotFound($"Queue {name} does not exist."), server))).OfKind(FmeRequestKind.Server);
    }

    // A job for a missing queue uses the first one: A040.
    private static IEnumerable<JobState> JobsOf(string name, ServerState server) => server.Jobs.List()
        .Where(job => job.Order.Queue == name || (name == server.Queues[0] && !server.Queues.Contains(job.Order.Queue)));

    private static object Describe(string name, ServerState server)
    {
        ILookup<JobStatus, JobState> jobs = JobsOf(name, server).ToLookup(job => job.Status);
        return new
        {
            Name = name,
            Description = "",
            Priority = 5,
            Type,
            RunningJobCount = jobs[JobStatus.Running].Count(),
            SuccessfulJobCount = jobs[JobStatus.Succeeded].Count(),
            FailedJobCount = jobs[JobStatus.Failed].Count() + jobs[JobStatus.CouldNotRun].Count(),
            CancelledJobCount = jobs[JobStatus.Cancelled].Count(),
            QueuedJobCount = jobs[JobStatus.Queued].Count(),
            AssignedEngines = server.Jobs.Engines,
            Default = name == server.Queues[0],
        };
    }
}
