using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Checks a job before it is taken, whichever version of the API it came by.</summary>
internal static class SubmissionCheck
{
    /// <summary>Why the job is to be refused, by parameter; empty if it is not. What is accepted although it is no good is noted.</summary>
    public static Dictionary<string, string> FindProblems(JobOrder order, HttpRequest request, Exchange exchange, bool isStrict)
    {
        if (!request.HasJsonContentType())
        {
            exchange.Note("The body has no JSON content type. Send Content-Type: application/json, as the article does.");
        }

        Dictionary<string, string> problems = ParameterCheck.FindProblems(order.Workspace, order.Parameters);
        foreach (string name in ParameterCheck.FindUnknownNames(order.Workspace, order.Parameters))
        {
            string problem = $"{order.Workspace} publishes no such parameter.";
            if (isStrict)
            {
                problems.Add(name, problem);
            }
            else
            {
                // Accepted and ignored, which is worse for a caller than a refusal: A001.
                exchange.Note($"{name}: {problem}");
            }
        }

        return problems;
    }
}
