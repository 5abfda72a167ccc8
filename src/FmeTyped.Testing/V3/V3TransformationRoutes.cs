using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Submit and transact, parts 2 and 1 of the article "Submitting a Job through the FME Server REST API".</summary>
internal static class V3TransformationRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized.MapPost("/transformations/submit/{repository}/{workspace}", (string repository, string workspace, HttpContext http) =>
        {
            JobSnapshot job = server.Jobs.Submit(ReadOrder(server, repository, workspace, http));
            return JsonAnswer.Of(new { job.Id }, StatusCodes.Status202Accepted);
        }).Answers(FmeRequestKind.Submit);
        authorized.MapPost("/transformations/transact/{repository}/{workspace}", async (string repository, string workspace, HttpContext http) =>
        {
            JobSnapshot job = await server.Jobs.SubmitAndWaitAsync(ReadOrder(server, repository, workspace, http), http.RequestAborted).ConfigureAwait(false);

            // fmeflow-cli reads 422 as "the job failed or the parameters are invalid". The body is A006.
            return JsonAnswer.Of(V3JobResult.Of(job), job.Status == JobStatus.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }).Answers(FmeRequestKind.Transact);
    }

    private static JobOrder ReadOrder(ServerState server, string repository, string workspace, HttpContext http)
    {
        PublishedWorkspace found = V3RepositoryRoutes.FindWorkspace(server, repository, workspace);
        Exchange exchange = Exchange.Of(http);
        JobOrder order = V3SubmissionReader.Read(found, exchange.Body, exchange.Note);
        Dictionary<string, string> problems = SubmissionCheck.FindProblems(order, http.Request, exchange, server.IsStrict);
        return problems.Count == 0
            ? order
            : throw new RefusedException(StatusCodes.Status422UnprocessableEntity, string.Join(" ", problems.Select(problem => $"{problem.Key}: {problem.Value}")));
    }
}
