namespace FmeTyped;

/// <summary>Creates submissions: checks the request and the options, and fills in the client's defaults for the workspace.</summary>
internal sealed class SubmissionFactory
{
    private readonly Dictionary<string, string> _repositories;
    private readonly Dictionary<string, Dictionary<string, string>> _queues = new(StringComparer.Ordinal);

    /// <param name="repositories">The server's names of the schema file's repositories, where they differ.</param>
    /// <param name="queues">The default queues of workspaces.</param>
    public SubmissionFactory(IDictionary<string, string> repositories, IDictionary<string, Dictionary<string, string>> queues)
    {
        _repositories = new(repositories, StringComparer.Ordinal);
        foreach ((string repository, Dictionary<string, string> ofWorkspaces) in queues)
        {
            _queues.Add(repository, new(ofWorkspaces, StringComparer.Ordinal));
        }
    }

    public static FmeRunOptions NoOptions { get; } = new();

    /// <summary>A new unique key.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <param name="request">What to run.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    /// <param name="takesSourceData">Whether the operation can send data of the caller's.</param>
    /// <exception cref="FmeValidationException">The request does not fit its workspace.</exception>
    /// <exception cref="FmeNotSupportedException">There is data for an operation that cannot send it, or secrets beside the data.</exception>
    public Submission New(IFmeRequest request, FmeRunOptions options, Func<Submission, ErrorContext> context, bool takesSourceData = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        FmeRunOptionsValidation.Check(options);
        FmeWorkspaceDescriptor workspace = request.Descriptor;
        IReadOnlyList<FmeValidationError> errors = ErrorsOf(request, options, out bool hasLocalFiles);
        var submission = new Submission(
            request,
            options.Repository ?? RepositoryOnServer(workspace.Repository),
            options.Workspace ?? workspace.Workspace,
            options.Queue is null && QueueOf(workspace) is { } queue ? options.WithQueue(queue) : options)
        {
            CorrelationKey = options.CorrelationKey ?? NewKey(),
            HasLocalFiles = hasLocalFiles,
        };
        if (errors.Count > 0)
        {
            throw new FmeValidationException(errors, context(submission));
        }

        if (options.SourceData is not null)
        {
            CheckSourceData(submission, context(submission), takesSourceData);
        }

        return submission;
    }

    // Before anything is sent: also before local files are uploaded.
    private static void CheckSourceData(Submission submission, ErrorContext context, bool isTaken)
    {
        string? fault = !isTaken ? $"only StreamAsync sends {nameof(FmeRunOptions.SourceData)}. Nothing was submitted. Use a file parameter, or StreamAsync."
            : submission.FindSecrets().Count > 0
                ? $"with {nameof(FmeRunOptions.SourceData)} the parameters stand in the address, where logs show them, and one of them is a secret. "
                    + "Nothing was submitted. Use a file parameter for the data."
            : null;
        if (fault is not null)
        {
            throw new FmeNotSupportedException($"Could not {context.Operation}: {fault}", context);
        }
    }

    /// <summary>The server's names of the schema file's repositories, where they differ.</summary>
    public IReadOnlyDictionary<string, string> RepositoryNames => _repositories;

    /// <summary>The server's name of a repository of the schema file.</summary>
    public string RepositoryOnServer(string repository) => _repositories.GetValueOrDefault(repository, repository);

    /// <summary>How a submission that is about to be sent can be found. Its options have a key.</summary>
    /// <exception cref="ArgumentException">The options contain a name by which it could not be found.</exception>
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

    private string? QueueOf(FmeWorkspaceDescriptor workspace) =>
        _queues.GetValueOrDefault(workspace.Repository)?.GetValueOrDefault(workspace.Workspace);

    private static IReadOnlyList<FmeValidationError> ErrorsOf(IFmeRequest request, FmeRunOptions options, out bool hasLocalFiles)
    {
        IReadOnlyList<FmeValidationError> errors = FmeRequestExtensions.Check(request, out hasLocalFiles);
        return errors.Count > 0 && options.ExtraParameters is { } extra ? Without(errors, extra) : errors;
    }

    // Overrides are not checked, so neither is the parameter that is overridden.
    private static List<FmeValidationError> Without(IReadOnlyList<FmeValidationError> errors, IReadOnlyDictionary<string, FmeParameterValue> extra) =>
        new List<FmeValidationError>(errors).FindAll(error => !extra.ContainsKey(error.Parameter));
}
