using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Jobs by id and by state, and their cancellation. Paths: fmeflow-cli, and Products.Reportek for queued jobs.</summary>
internal static class V3JobRoutes
{
    private const string Completed = "completed";

    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        RouteGroupBuilder jobs = authorized.MapGroup("/transformations/jobs");
        jobs.MapGet("/id/{id}", (string id) => JsonResponse.From(V3JobRecord.From(Find(server, id)))).OfKind(FmeRequestKind.JobRecord);
        jobs.MapGet("/id/{id}/request", (string id) => JsonResponse.From(V3JobRequest.From(Find(server, id)))).OfKind(FmeRequestKind.JobRecord);
        jobs.MapGet("/id/{id}/result", (string id) =>
        {
            // Results are of finished jobs, logs of started ones: A009.
            JobState job = Find(server, id);
            return JsonResponse.From(V3JobResult.From(job.IsFinished ? job : throw NotFound($"Job {id} has no result yet.")));
        }).OfKind(FmeRequestKind.JobResult);
        jobs.MapGet("/id/{id}/log", (string id) =>
        {
            JobState job = Find(server, id);
            return job.Started is null ? throw NotFound($"Job {id} has no log.") : Results.Text(JobLog.Text(job));
        }).OfKind(FmeRequestKind.JobLog);

        MapList(jobs, server, "active", job => !job.IsFinished);
        MapList(jobs, server, "queued", job => job.Status == JobStatus.Queued);
        MapList(jobs, server, "running", job => job.Status == JobStatus.Running);
        MapList(jobs, server, Completed, job => job.IsFinished);

        MapCancel(jobs, server, "running", JobStatus.Running);
        MapCancel(jobs, server, "queued", JobStatus.Queued);
    }

    private static void MapList(RouteGroupBuilder jobs, ServerState server, string state, Func<JobState, bool> isListed) =>
        jobs.MapGet($"/{state}", (V3ListQuery query) =>
        {
            Func<JobState, bool> isWanted = V3JobFilter.Read(query, hasEnded: state == Completed);
            return query.Respond([.. server.Jobs.List().Where(job => isListed(job) && isWanted(job))], V3JobRecord.From);
        }).OfKind(FmeRequestKind.JobList);

    private static void MapCancel(RouteGroupBuilder jobs, ServerState server, string state, JobStatus status) =>
        jobs.MapDelete($"/{state}/{{id}}", (string id) =>
            server.Jobs.Cancel(PathValue.Number(id), status) ? Results.NoContent() : throw NotFound($"There is no {state} job {id}."))
            .OfKind(FmeRequestKind.JobCancellation);

    private static JobState Find(ServerState server, string id) => server.Jobs.Find(PathValue.Number(id)) ?? throw NotFound($"Job {id} does not exist.");

    private static RefusedException NotFound(string message) => new(StatusCodes.Status404NotFound, message);
}
