using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Checks a job before it is accepted, in either version of the API.</summary>
internal static class SubmissionCheck
{
    /// <summary>Returns the job with the problems of its request that are accepted, which are recorded, too.</summary>
    /// <param name="order">The job.</param>
    /// <param name="trace">Receives the problems.</param>
    /// <param name="server">The server's state.</param>
    /// <param name="refusal">The refusal of a job with other problems, by parameter.</param>
    /// <param name="hasSource">Whether the request's body is the job's source data.</param>
    /// <exception cref="RefusedException">There are other problems.</exception>
    public static JobOrder Check(
        JobOrder order,
        RequestTrace trace,
        ServerState server,
        Func<IReadOnlyDictionary<string, string>, RefusedException> refusal,
        bool hasSource = false)
    {
        Dictionary<string, string> problems = FindProblems(order, trace, server, hasSource);
        return problems.Count == 0 ? order with { Problems = trace.Problems } : throw refusal(problems);
    }

    /// <summary>The refusal where the format of errors has no details.</summary>
    public static RefusedException InOneText(IReadOnlyDictionary<string, string> problems) =>
        RequestJson.Invalid(string.Join(" ", problems.Select(problem => $"{problem.Key}: {problem.Value}")));

    /// <summary>Records a JSON body without the JSON media type.</summary>
    public static void NoteContentType(HttpRequest request, RequestTrace trace)
    {
        if (!request.HasJsonContentType())
        {
            trace.Note("The body has no JSON content type. Send Content-Type: application/json, as the article does.");
        }
    }

    private static Dictionary<string, string> FindProblems(JobOrder order, RequestTrace trace, ServerState server, bool hasSource)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<SpecifiedParameter> parameters = order.Workspace.Parameters;
        foreach (ValueProblem problem in ValueCheck.FindProblems(hasSource ? parameters.Where(IsNoSource) : parameters, order.Parameters))
        {
            if (problem.IsRefused)
            {
                problems.TryAdd(problem.Name, problem.Text);
            }
            else
            {
                Report(problem.Name, problem.Text);
            }
        }

        if (!server.Queues.Contains(order.Queue))
        {
            Report("queue", $"There is no queue {order.Queue}. There are: {string.Join(", ", server.Queues)}.");
        }

        HashSet<string> names = [.. parameters.Where(parameter => parameter.HoldsValue).Select(parameter => parameter.Name)];
        foreach (string name in order.Parameters.Keys.Where(name => !names.Contains(name)).Order(StringComparer.Ordinal))
        {
            Report(name, $"{order.Workspace} publishes no such parameter.");
        }

        return problems;

        // The body takes the place of a file that was not named.
        bool IsNoSource(SpecifiedParameter parameter) => parameter.Type != "file" || order.Parameters.ContainsKey(parameter.Name);

        void Report(string name, string problem)
        {
            if (server.IsStrict)
            {
                problems.TryAdd(name, problem);
            }
            else
            {
                // Accepted anyway, which is worse for a caller than a refusal: A001 for names, A040 for queues, A120 for the format of values.
                trace.Note($"{name}: {problem}");
            }
        }
    }
}
