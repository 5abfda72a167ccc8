namespace FmeTyped;

/// <summary>Makes submissions: checks request and options, and fills in what the client's options say for the workspace.</summary>
/// <param name="repositories">What repositories of the schema file are called on the server, where that differs.</param>
/// <param name="queues">The queues of workspaces where the call names none.</param>
internal sealed class SubmissionFactory(IDictionary<string, string> repositories, IDictionary<string, Dictionary<string, string>> queues)
{
    private readonly Dictionary<string, string> _repositories = new(repositories, StringComparer.Ordinal);
    private readonly Dictionary<(string Repository, string Workspace), string> _queues = queues
        .SelectMany(repository => repository.Value.Select(workspace => KeyValuePair.Create((repository.Key, workspace.Key), workspace.Value)))
        .ToDictionary();

    public static FmeRunOptions NoOptions { get; } = new();

    /// <summary>A key that no other submission has.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <exception cref="FmeValidationException">The request does not fit its workspace.</exception>
    public Submission New(IFmeRequest request, FmeRunOptions options, Func<Submission, ErrorContext> context)
    {
        ArgumentNullException.ThrowIfNull(request);
        FmeRunOptionsValidation.Check(options);
        FmeWorkspaceDescriptor workspace = request.Descriptor;
        IReadOnlyList<FmeValidationError> errors = ErrorsOf(request, options, out bool hasLocalFiles);
        var submission = new Submission(
            request,
            options.Repository ?? RepositoryOnServer(workspace.Repository),
            options.Workspace ?? workspace.Workspace,
            options.Queue is null && _queues.TryGetValue((workspace.Repository, workspace.Workspace), out string? queue) ? options.WithQueue(queue) : options)
        {
            CorrelationKey = options.CorrelationKey ?? NewKey(),
            HasLocalFiles = hasLocalFiles,
        };
        return errors.Count > 0
            ? throw new FmeValidationException(errors, context(submission))
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

    private static IReadOnlyList<FmeValidationError> ErrorsOf(IFmeRequest request, FmeRunOptions options, out bool hasLocalFiles)
    {
        IReadOnlyList<FmeValidationError> errors = FmeRequestExtensions.Check(request, out hasLocalFiles);
        return errors.Count > 0 && options.ExtraParameters is { } extra ? Without(errors, extra) : errors;
    }

    // What takes the place of a parameter is not checked, so neither is the parameter.
    private static List<FmeValidationError> Without(IReadOnlyList<FmeValidationError> errors, IReadOnlyDictionary<string, FmeParameterValue> extra) =>
        new List<FmeValidationError>(errors).FindAll(error => !extra.ContainsKey(error.Parameter));
}
