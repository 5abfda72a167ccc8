namespace FmeTyped;

/// <summary>The jobs of a server.</summary>
public class FmeJobs
{
    private readonly JobLister? _lister;
    private readonly SubmissionFactory? _names;

    /// <summary>The jobs of no server, for a mocking library or a class of your own to derive from: a member that is not replaced says so.</summary>
    protected FmeJobs()
    {
    }

    internal FmeJobs(JobLister lister, SubmissionFactory names)
    {
        _lister = lister;
        _names = names;
    }

    /// <summary>Lists jobs. Nothing is sent before the list is enumerated, and then page by page.</summary>
    /// <param name="query">Which jobs; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The jobs, and how they were come by. A list of REST API version 4 leaves out the parameters and the directives of its jobs.</returns>
    /// <exception cref="ArgumentException">The query is not usable; the message says which part and why.</exception>
    public virtual FmeJobList ListAsync(FmeJobQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new FmeJobQuery();
        FmeJobQuery.Check(query);
        if (_lister is null || _names is null)
        {
            throw new InvalidOperationException(
                $"This {GetType().Name} has no server, because it was made without one. Replace the member that the test calls, or use an FmeFlowEmulator.");
        }

        query = query with { Repository = query.Repository is { } repository ? _names.RepositoryOnServer(repository) : null };
        return new FmeJobList((notes, token) => _lister.ListAsync(query, notes, token), cancellationToken);
    }
}
