namespace FmeTyped;

/// <summary>Makes submissions: checks request and options, and fills in what the client's options say for the workspace.</summary>
internal sealed class SubmissionFactory(FmeFlowOptions client)
{
    private readonly Dictionary<string, string> _repositories = new(client.Repositories, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _queues = new(client.Queues, StringComparer.Ordinal);

    public static FmeRunOptions NoOptions { get; } = new();

    /// <exception cref="FmeValidationException">The request does not fit its workspace.</exception>
    public Submission New(IFmeRequest request, FmeRunOptions options, Func<string, ErrorContext> context)
    {
        ArgumentNullException.ThrowIfNull(request);
        FmeRunOptionsValidation.Check(options);
        FmeWorkspaceDescriptor workspace = request.Descriptor;
        IReadOnlyList<FmeProblem> problems = ProblemsOf(request, options, out bool hasLocalFiles);
        var submission = new Submission(
            request,
            options.Repository ?? _repositories.GetValueOrDefault(workspace.Repository, workspace.Repository),
            options.Workspace ?? workspace.Workspace,
            options.Queue is null && _queues.TryGetValue(workspace.ToString(), out string? queue) ? options with { Queue = queue } : options)
        {
            HasLocalFiles = hasLocalFiles,
        };
        return problems.Count > 0
            ? throw new FmeValidationException(problems, context(submission.Name))
            : submission;
    }

    // What takes the place of a parameter is not checked, so neither is the parameter.
    private static IReadOnlyList<FmeProblem> ProblemsOf(IFmeRequest request, FmeRunOptions options, out bool hasLocalFiles)
    {
        IReadOnlyList<FmeProblem> problems = FmeRequestValidation.Check(request, out hasLocalFiles);
        return options.ExtraParameters is { } extra && problems.Count > 0
            ? [.. problems.Where(problem => !extra.ContainsKey(problem.Parameter))]
            : problems;
    }
}
