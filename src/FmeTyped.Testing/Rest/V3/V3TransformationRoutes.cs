using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// Submit and transact, parts 2 and 1 of the article "Submitting a Job through the FME Server REST API", and transactdata as fmeflow-cli
/// sends it: the body is the source data, and everything else is in the query.
/// </summary>
internal static class V3TransformationRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized.MapPost("/transformations/submit/{repository}/{workspace}", (string repository, string workspace, HttpContext http) =>
        {
            JobState job = server.Jobs.Submit(ReadOrder(server, repository, workspace, http));
            return JsonResponse.From(new { job.Id }, StatusCodes.Status202Accepted);
        }).OfKind(FmeRequestKind.Submit);
        authorized.MapPost("/transformations/transact/{repository}/{workspace}", async (string repository, string workspace, HttpContext http) =>
        {
            return Respond(await server.Jobs.SubmitAndWaitAsync(ReadOrder(server, repository, workspace, http), http.RequestAborted).ConfigureAwait(false));
        }).OfKind(FmeRequestKind.Transact);
        authorized.MapPost("/transformations/transactdata/{repository}/{workspace}", async (string repository, string workspace, HttpContext http) =>
        {
            JobOrder order = ReadQuery(server, repository, workspace, http);
            order = order with { SourceData = await SourceData.KeepAsync(server.Files, http).ConfigureAwait(false) };
            return Respond(await server.Jobs.SubmitAndWaitAsync(order, http.RequestAborted).ConfigureAwait(false));
        }).OfKind(FmeRequestKind.Transact).TakesFiles();
    }

    // fmeflow-cli reads 422 as "the job failed or the parameters are invalid". The body is A006.
    private static IResult Respond(JobState job) =>
        JsonResponse.From(V3JobResult.From(job), job.Status == JobStatus.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static JobOrder ReadQuery(ServerState server, string repository, string workspace, HttpContext http)
    {
        PublishedWorkspace found = V3RepositoryRoutes.FindWorkspace(server, repository, workspace);
        Dictionary<string, StringValues> options = FormValues.Options(http.Request.Query);
        var order = new JobOrder(found, FormValues.Parameters(http.Request.Query));
        return SubmissionCheck.Check(
            order with
            {
                Queue = FormValues.Text(options, "opt_tag") ?? order.Queue,
                Description = FormValues.Text(options, "opt_description") ?? order.Description,
                RunLimit = FormValues.Limit(options, "opt_ttc"),
                QueueLimit = FormValues.Limit(options, "opt_ttl"),
                SuccessTopics = FormValues.Texts(options.GetValueOrDefault("opt_successtopics")),
                FailureTopics = FormValues.Texts(options.GetValueOrDefault("opt_failuretopics")),
            },
            RequestTrace.From(http),
            server,
            SubmissionCheck.InOneText,
            hasSource: true);
    }

    private static JobOrder ReadOrder(ServerState server, string repository, string workspace, HttpContext http)
    {
        PublishedWorkspace found = V3RepositoryRoutes.FindWorkspace(server, repository, workspace);
        RequestTrace trace = RequestTrace.From(http);
        JobOrder order = V3SubmissionReader.Read(found, trace.Body, trace.Note);
        SubmissionCheck.NoteContentType(http.Request, trace);
        return SubmissionCheck.Check(order, trace, server, SubmissionCheck.InOneText);
    }
}
