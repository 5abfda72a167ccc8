using FmeTyped.Schema.Model;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Checks a job before it is taken, whichever version of the API it came by.</summary>
internal static class SubmissionCheck
{
    /// <summary>Why the job is to be refused, by parameter; empty if it is not. What is accepted although it is no good is noted.</summary>
    /// <param name="order">The job.</param>
    /// <param name="trace">Takes the notes.</param>
    /// <param name="server">What there is.</param>
    /// <param name="hasSource">Whether the request's body is the job's source data.</param>
    public static Dictionary<string, string> FindProblems(JobOrder order, RequestTrace trace, ServerState server, bool hasSource = false)
    {
        Dictionary<string, string> problems = ValueCheck.FindProblems(order.Workspace, order.Parameters);
        if (hasSource)
        {
            // The body stands for a file that was not named.
            foreach (Parameter parameter in order.Workspace.Model.Parameters)
            {
                if (parameter.Kind == ParameterKind.File && !order.Parameters.ContainsKey(parameter.Name))
                {
                    problems.Remove(parameter.Name);
                }
            }
        }

        if (!server.Queues.Contains(order.Queue))
        {
            Refuse("queue", $"There is no queue {order.Queue}. There are: {string.Join(", ", server.Queues)}.");
        }

        foreach (string name in ValueCheck.FindUnknownNames(order.Workspace, order.Parameters))
        {
            Refuse(name, $"{order.Workspace} publishes no such parameter.");
        }

        return problems;

        void Refuse(string name, string problem)
        {
            if (server.IsStrict)
            {
                problems.TryAdd(name, problem);
            }
            else
            {
                // Accepted and ignored, which is worse for a caller than a refusal: A001 for parameters, A040 for queues.
                trace.Note($"{name}: {problem}");
            }
        }
    }

    /// <summary>Notes a body of JSON that does not say it is.</summary>
    public static void NoteContentType(HttpRequest request, RequestTrace trace)
    {
        if (!request.HasJsonContentType())
        {
            trace.Note("The body has no JSON content type. Send Content-Type: application/json, as the article does.");
        }
    }
}
