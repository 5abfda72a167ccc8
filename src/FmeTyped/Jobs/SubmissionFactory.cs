namespace FmeTyped;

/// <summary>Makes submissions: checks request and options, and fills in what the client's options say for the workspace.</summary>
/// <param name="repositories">What repositories of the schema file are called on the server, where that differs.</param>
/// <param name="queues">The queues of workspaces where the call names none.</param>
internal sealed class SubmissionFactory(IDictionary<string, string> repositories, IDictionary<string, string> queues)
{
    private readonly Dictionary<string, string> _repositories = new(repositories, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _queues = new(queues, StringComparer.Ordinal);

    public static FmeRunOptions NoOptions { get; } = new();

    /// <summary>A key that no other submission has.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <exception cref="FmeValidationException">The request does not fit its workspace.</exception>
    public Submission New(IFmeRequest request, FmeRunOptions options, Func<Submission, ErrorContext> context)
    {
        ArgumentNullException.ThrowIfNull(request);
        FmeRunOptionsValidation.Check(options);
        FmeWorkspaceDescriptor workspace = request.Descriptor;
        IReadOnlyList<FmeValidationError> problems = ProblemsOf(request, options, out bool hasLocalFiles);
        var submission = new Submission(
            request,
            options.Repository ?? RepositoryOnServer(workspace.Repository),
            options.Workspace ?? workspace.Workspace,
            options.Queue is null && _queues.Count > 0 && _queues.TryGetValue(workspace.ToString(), out string? queue)
                ? options with { Queue = queue }
                : options)
        {
            CorrelationKey = options.CorrelationKey ?? NewKey(),
            HasLocalFiles = hasLocalFiles,
        };
        return problems.Count > 0
            ? throw new FmeValidationException(problems, context(submission))
            : submission;
    }

    /// <summary>What repositories of the schema file are called on the server, where that differs.</summary>
    public IReadOnlyDictionary<string, string> RepositoryNames => _repositories;

    /// <summary>What a repository of the schema file is called on the server.</summary>
    public string RepositoryOnServer(string repository) => _repositories.GetValueOrDefault(repository, repository);

    /// <summary>What a submission can be found by that is about to be made. Its options have a key.</summary>
    /// <exception cref="ArgumentException">The options hold a name that it could not be found by.</exception>
    public SubmissionTrace TraceOf(IFmeRequest request, FmeRunOptions options, DateTimeOffset time)
    {
        FmeRunOptionsValidation.Check(options);
        FmeRunOptionsValidation.CheckForSubmit(options);
        return new SubmissionTrace(
            options.CorrelationKey!,
            options.Repository ?? RepositoryOnServer(request.Descriptor.Repository),
            options.Workspace ?? request.Descriptor.Workspace,
            time)
        {
            Descriptor = request.Descriptor,
        };
    }

    private static IReadOnlyList<FmeValidationError> ProblemsOf(IFmeRequest request, FmeRunOptions options, out bool hasLocalFiles)
    {
        IReadOnlyList<FmeValidationError> problems = FmeRequestValidation.Check(request, out hasLocalFiles);
        return problems.Count > 0 && options.ExtraParameters is { } extra ? Without(problems, extra) : problems;
    }

    // What takes the place of a parameter is not checked, so neither is the parameter.
    private static List<FmeValidationError> Without(IReadOnlyList<FmeValidationError> problems, IReadOnlyDictionary<string, FmeParameterValue> extra) =>
        new List<FmeValidationError>(problems).FindAll(problem => !extra.ContainsKey(problem.Parameter));
}
