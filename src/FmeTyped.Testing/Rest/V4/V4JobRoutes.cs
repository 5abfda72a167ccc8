using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Jobs by state and by id, their logs, cancellation and removal: the OpenAPI document. The result by id is that of the vendor's article
/// on submitting through v4.
/// </summary>
internal static class V4JobRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        RouteGroupBuilder document = authorized.MapGroup("").Since(EmulatedBuild.FirstWithV4Document, server.Build);
        document.MapGet("/jobs", (V4ListQuery query) => query.Respond(V4JobQuery.Run(query, server.Jobs.List()), job => job))
            .OfKind(FmeRequestKind.JobList);

        const string one = "/jobs/{id}";
        authorized.MapPost($"{one}/cancel", (string id) => Cancel(server, PathValue.Number(id))).OfKind(FmeRequestKind.JobCancellation);
        RouteGroupBuilder job = document.MapGroup(one);
        job.MapGet("", (string id) => JsonResponse.From(new V4JobRecord(Find(server, PathValue.Number(id))))).OfKind(FmeRequestKind.JobRecord);
        job.MapDelete("", (string id) => Remove(server, PathValue.Number(id))).OfKind(FmeRequestKind.JobDeletion);
        job.MapGet("/log", (string id) => Results.Text(JobLog.Text(FindStarted(server, PathValue.Number(id))))).OfKind(FmeRequestKind.JobLog);
        job.MapGet("/log/parsed", (string id, V4ListQuery query) =>
            query.Respond(FindLines(FindStarted(server, PathValue.Number(id)), query), Describe))
            .OfKind(FmeRequestKind.JobLog);
        job.MapGet("/result", (string id, bool? longPoll, CancellationToken aborted) =>
            GetResultAsync(server, PathValue.Number(id), longPoll == true, aborted))
            .OfKind(FmeRequestKind.JobResult).Since(EmulatedBuild.FirstWithV4Result, server.Build);
    }

    // It is not known how long a real server holds a long poll; this one waits for the end: A033.
    private static async Task<IResult> GetResultAsync(ServerState server, long id, bool isWaiting, CancellationToken aborted)
    {
        JobState found = isWaiting
            ? await server.Jobs.WaitForEndAsync(id, aborted).ConfigureAwait(false) ?? throw V4Refusal.MissingJob(id)
            : Find(server, id);

        // Results are of finished jobs: A009.
        return JsonResponse.From(V4JobResult.From(found.IsFinished ? found : throw V4Refusal.NotFound($"Job \"{id}\" has no result yet.")));
    }

    private static IResult Cancel(ServerState server, long id) =>
        server.Jobs.Cancel(id, JobStatus.Queued) || server.Jobs.Cancel(id, JobStatus.Running)
            ? Results.NoContent()
            : throw V4Refusal.CannotCancel(id, exists: server.Jobs.Find(id) is not null);

    // It is not known what a server does with a job that has not ended: A033.
    private static IResult Remove(ServerState server, long id)
    {
        if (!Find(server, id).IsFinished)
        {
            throw RequestJson.Invalid($"Job \"{id}\" is not complete and cannot be deleted.");
        }

        server.Jobs.Remove(id);
        return Results.NoContent();
    }

    private static JobLogLine[] FindLines(JobState job, V4ListQuery query)
    {
        string[] severities = [.. from severity in (string[])["error", "warn", "inform"] where query.Word(severity, "true", "false") == "true" select severity];
        Func<IReadOnlyList<string>, bool> finds = query.Filter("message");
        JobLogLine[] lines =
        [
            .. from line in JobLog.Lines(job)
               where severities.Length == 0 || severities.Contains(line.Severity, StringComparer.OrdinalIgnoreCase)
               where finds([line.Text])
               select line,
        ];
        return query.Word("sort", "time", "time_asc", "time_desc") == "time_desc" ? [.. Enumerable.Reverse(lines)] : lines;
    }

    private static object Describe(JobLogLine line) => new
    {
        line.Number,
        Time = JsonResponse.Time(line.Time),
        Elapsed = line.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
        Duration = line.SinceLast.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
        Status = line.Severity,
        Message = line.Text,
        line.Line,
    };

    private static JobState FindStarted(ServerState server, long id) =>
        Find(server, id) is { Started: not null } found ? found : throw V4Refusal.NotFound($"Job \"{id}\" has no log.");

    private static JobState Find(ServerState server, long id) => server.Jobs.Find(id) ?? throw V4Refusal.MissingJob(id);
}
