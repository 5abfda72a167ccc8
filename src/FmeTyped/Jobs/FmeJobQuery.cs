namespace FmeTyped;

/// <summary>Which jobs to list. A member that is null matches every job; all others must match.</summary>
public sealed class FmeJobQuery
{
    private string? _repository;

    /// <summary>Matches all jobs.</summary>
    public FmeJobQuery()
    {
    }

    /// <summary>Matches the jobs of one workspace.</summary>
    /// <param name="workspace">The workspace, as a generated type describes it: <c>AustinDownload.Descriptor</c>.</param>
    public FmeJobQuery(FmeWorkspaceDescriptor workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        (Repository, Workspace) = (workspace.Repository, workspace.Workspace);
    }

    /// <summary>The states of the jobs.</summary>
    public FmeJobStates States { get; init; } = FmeJobStates.All;

    /// <summary>The repository, by its name in the schema file; the client's options say what it is called on the server.</summary>
    public string? Repository { get => _repository; init => _repository = value; }

    /// <summary>The workspace's file name, with <c>.fmw</c>. It needs a <see cref="Repository"/>.</summary>
    public string? Workspace { get; init; }

    /// <summary>The job queue.</summary>
    public string? Queue { get; init; }

    /// <summary>The kind of source that started the job, in the server's word, such as <c>schedules</c>.</summary>
    public string? SourceType { get; init; }

    /// <summary>The id of the source that started the job.</summary>
    public string? SourceId { get; init; }

    /// <summary>The name of the user who submitted the job.</summary>
    public string? UserName { get; init; }

    /// <summary>The earliest time of submission.</summary>
    public DateTimeOffset? SubmittedFrom { get; init; }

    /// <summary>The end of the range of submission times, exclusive.</summary>
    public DateTimeOffset? SubmittedTo { get; init; }

    /// <summary>The earliest end. If it is set, jobs that have not ended are left out.</summary>
    public DateTimeOffset? FinishedFrom { get; init; }

    /// <summary>The end of the range of end times, exclusive. If it is set, jobs that have not ended are left out.</summary>
    public DateTimeOffset? FinishedTo { get; init; }

    /// <summary>The number of jobs per page, from 2 to 1000.</summary>
    internal int PageSize { get; init; } = 100;

    /// <summary>Refuses a query that no server could answer.</summary>
    internal static void Check(FmeJobQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Require((query.States & FmeJobStates.All) != 0 && (query.States & ~FmeJobStates.All) == 0, nameof(States), "has to name a state, and only those "
            + "there are.");
        Require(query.Workspace is null || query.Repository is not null, nameof(Workspace), $"needs a {nameof(Repository)}.");
        Require(query.PageSize is >= 2 and <= 1000, nameof(PageSize), "has to be from 2 to 1000.");
        foreach ((string? name, string member) in (ReadOnlySpan<(string?, string)>)
            [
                (query.Repository, nameof(Repository)),
                (query.Workspace, nameof(Workspace)),
                (query.Queue, nameof(Queue)),
                (query.SourceType, nameof(SourceType)),
                (query.SourceId, nameof(SourceId)),
                (query.UserName, nameof(UserName)),
            ])
        {
            Require(name is null || !string.IsNullOrWhiteSpace(name), member, "may not be blank.");
        }
    }

    /// <summary>A copy with the repository's name on the server.</summary>
    internal FmeJobQuery WithRepository(string? repository)
    {
        var copy = (FmeJobQuery)MemberwiseClone();
        copy._repository = repository;
        return copy;
    }

    private static void Require(bool condition, string member, string message)
    {
        if (!condition)
        {
            throw new ArgumentException($"{nameof(FmeJobQuery)}.{member} {message}");
        }
    }
}
