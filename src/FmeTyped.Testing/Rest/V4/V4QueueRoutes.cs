using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Queues. Shape: the OpenAPI document.</summary>
internal static class V4QueueRoutes
{
    private const string Type = "system";

    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized.MapGet("/queues", (HttpRequest request, string? type, string? sort) => V4Page.Respond(
            request,
            [.. Sort(server.Queues.Where(name => type is null or Type && V4Filter.Finds(request.Query, ("name", name))), sort)],
            name => Describe(name, server))).OfKind(FmeRequestKind.Server);
        authorized.MapGet("/queues/{name}", (string name) => JsonResponse.From(Describe(
            server.Queues.Contains(name) ? name : throw V4Refusal.NotFound($"Queue {name} does not exist."), server))).OfKind(FmeRequestKind.Server);
    }

    private static IEnumerable<string> Sort(IEnumerable<string> names, string? sort) => sort switch
    {
        null or "" or "name" or "name_asc" => names.Order(StringComparer.Ordinal),
        "name_desc" => names.OrderDescending(StringComparer.Ordinal),
        _ => throw V4Refusal.Invalid("sort", "the emulator sorts queues by name only"),
    };

    private static object Describe(string name, ServerState server)
    {
        // A job for a queue that is not there runs through the first: A040.
        ILookup<JobStatus, JobState> jobs = server.Jobs.List()
            .Where(job => job.Order.Queue == name || (name == server.Queues[0] && !server.Queues.Contains(job.Order.Queue)))
            .ToLookup(job => job.Status);
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
