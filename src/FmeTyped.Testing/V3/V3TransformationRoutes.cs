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
            return V3Json.Answer(new { job.Id }, StatusCodes.Status202Accepted);
        });
        authorized.MapPost("/transformations/transact/{repository}/{workspace}", async (string repository, string workspace, HttpContext http) =>
        {
            JobSnapshot job = await server.Jobs.SubmitAndWaitAsync(ReadOrder(server, repository, workspace, http), http.RequestAborted).ConfigureAwait(false);

            // fmeflow-cli reads 422 as "the job failed or the parameters are invalid". The body is A006.
            return V3Json.Answer(V3JobResult.Of(job), job.Status == JobStatus.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        });
    }

    private static JobOrder ReadOrder(ServerState server, string repository, string workspace, HttpContext http)
    {
        PublishedWorkspace found = V3RepositoryRoutes.FindWorkspace(server, repository, workspace);
        Exchange exchange = Exchange.Of(http);
        if (!http.Request.HasJsonContentType())
        {
            exchange.Note("The body has no JSON content type. Send Content-Type: application/json, as the article does.");
        }

        JobOrder order = V3SubmissionReader.Read(found, exchange.Body, exchange.Note);
        CheckParameters(order, exchange, server.IsStrict);
        return order;
    }

    private static void CheckParameters(JobOrder order, Exchange exchange, bool isStrict)
    {
        IEnumerable<string> problems = ParameterCheck.FindProblems(order.Workspace, order.Parameters);
        string[] unknown = [.. ParameterCheck.FindUnknownNames(order.Workspace, order.Parameters).Select(name => $"{name}: {order.Workspace} publishes no such parameter.")];
        if (isStrict)
        {
            problems = problems.Concat(unknown);
        }

        string message = string.Join(" ", problems);
        if (message.Length > 0)
        {
            throw new RefusedException(StatusCodes.Status422UnprocessableEntity, message);
        }

        // Accepted and ignored, which is worse for a caller than a refusal: A001.
        foreach (string problem in unknown)
        {
            exchange.Note(problem);
        }
    }
}
