namespace FmeTyped;

/// <content>The jobs of the server.</content>
public partial class FmeFlowClient
{
    /// <summary>Lists jobs. No request is sent until the list is enumerated; then one request per page.</summary>
    /// <param name="query">Which jobs; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The jobs, and how the list was read. A list of REST API version 4 leaves out the parameters and the directives of its jobs.</returns>
    /// <exception cref="ArgumentException">The query is invalid; the message says which part and why.</exception>
    public virtual FmeJobList ListJobsAsync(FmeJobQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new FmeJobQuery();
        FmeJobQuery.Check(query);
        query = query.WithRepository(query.Repository is { } repository ? _submissions.RepositoryOnServer(repository) : null);
        return new FmeJobList((notes, token) => _jobs.Lister.ListAsync(query, notes, token), cancellationToken);
    }

    /// <summary>Gets a handle to a job from its stored form. No request is sent.</summary>
    /// <param name="handle">What <see cref="FmeJob.ToHandle"/> returned, here or in another process.</param>
    /// <exception cref="ArgumentException">The job is on another server.</exception>
    public virtual FmeJob Resume(FmeJobHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(handle.Id, nameof(handle));
        return ServerAddress.From(handle.ServerUrl) == _jobs.ServerUrl
            ? new FmeJob(handle, _jobs)
            : throw new ArgumentException($"Job {handle.Id} is on {handle.ServerUrl}, and this is a client of {_jobs.ServerUrl}.", nameof(handle));
    }

    /// <summary>Finds the job of a submission whose response was lost.</summary>
    /// <remarks>
    /// Searches the directives of the workspace's jobs for the key, from an hour before the time of sending on, because clocks differ. If no job has it,
    /// it searches once more after ten seconds, because the submission may still have been under way.
    /// </remarks>
    /// <param name="submission">The exception that the submission failed with.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The job; null if it is certain that there is none, so you can submit again.</returns>
    /// <exception cref="FmeSubmissionUnknownException">It is still not known; the message says why. Submitting again may make a second job.</exception>
    /// <exception cref="FmeServerUnavailableException">The server cannot be reached, or cannot serve requests now.</exception>
    public virtual async Task<FmeJob?> FindSubmissionAsync(FmeSubmissionUnknownException submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission is { CorrelationKey: { } key, Repository: { } repository, Workspace: { } workspace, TimeSent: { } time }
            ? await FindAsync(new SubmissionTrace(key, repository, workspace, time) { Descriptor = submission.Descriptor }, cancellationToken)
                .ConfigureAwait(false)
            : throw new FmeSubmissionUnknownException(
                "Could not find the submission: it was sent in a way that has no room for a key.", new ErrorContext("find the submission"), trace: null,
                submission);
    }

    /// <summary>Finds the job of a submission by its key, for example in another process than the one that sent it.</summary>
    /// <param name="correlationKey">The key that went out with it.</param>
    /// <param name="repository">The repository, by its name on the server.</param>
    /// <param name="workspace">The workspace's file name, with <c>.fmw</c>.</param>
    /// <param name="timeSent">When it was sent, or a time before that.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The job; null if it is certain that there is none, so you can submit again.</returns>
    /// <exception cref="FmeSubmissionUnknownException">It is not known; the message says why. Submitting again may make a second job.</exception>
    /// <exception cref="FmeServerUnavailableException">The server cannot be reached, or cannot serve requests now.</exception>
    public virtual Task<FmeJob?> FindJobAsync(
        string correlationKey, string repository, string workspace, DateTimeOffset timeSent, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(correlationKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(repository);
        ArgumentException.ThrowIfNullOrWhiteSpace(workspace);
        return FindAsync(new SubmissionTrace(correlationKey, repository, workspace, timeSent), cancellationToken);
    }

    private async Task<FmeJob?> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken)
    {
        SubmissionSearch search = await new SubmissionFinder(_jobs).FindAsync(trace, cancellationToken).ConfigureAwait(false);
        var context = new ErrorContext("find the submission of") { Subject = $"{trace.Repository}/{trace.Workspace}" };
        return search.UnknownReason is { } reason
            ? throw new FmeSubmissionUnknownException(
                $"Could not {context.Operation}: {Sentence.Ended(reason)} {SendOnceRequest.MayBeRunning}", context, trace)
            : search.Job;
    }
}
