using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Running jobs: <c>POST /jobs</c> of the OpenAPI document, and <c>POST /jobs/sync</c>, which it lacks and fmeflow-cli calls from build
/// 26018 on.
/// </summary>
internal static class V4SubmissionRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized.MapPost("/jobs", (HttpContext http) =>
        {
            // The preview of 2025.0 waited with ?sync=true, and answered so when it had waited long enough: A033.
            if (http.Request.Query.ContainsKey("sync"))
            {
                RequestTrace.From(http).Note("sync is of the preview of REST v4. The job's id is answered at once.");
            }

            return JsonResponse.From(new { server.Jobs.Submit(ReadOrder(server, http, isWaiting: false)).Id }, StatusCodes.Status202Accepted);
        }).OfKind(FmeRequestKind.Submit);

        // 200 for a job that failed, too: A033.
        authorized.MapPost("/jobs/sync", async (HttpContext http, CancellationToken aborted) => JsonResponse.From(V4JobResult.From(
            await server.Jobs.SubmitAndWaitAsync(ReadOrder(server, http, isWaiting: true), aborted).ConfigureAwait(false))))
                .OfKind(FmeRequestKind.Transact).Since(EmulatedBuild.FirstWithV4Sync, server.Build);
    }

    internal static JobOrder ReadOrder(ServerState server, HttpContext http, bool isWaiting)
    {
        RequestTrace trace = RequestTrace.From(http);
        JobOrder order = V4SubmissionReader.Read(
            trace.Body, (repository, workspace) => V4WorkspaceRoutes.Find(server, repository, workspace), isWaiting, trace.Note);
        SubmissionCheck.NoteContentType(http.Request, trace);
        return SubmissionCheck.Check(order, trace, server, V4Refusal.Invalid);
    }
}
