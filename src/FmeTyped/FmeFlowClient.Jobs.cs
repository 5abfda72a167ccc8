namespace FmeTyped;

/// <summary>The jobs of the server.</summary>
public partial class FmeFlowClient
{
    /// <summary>The server's jobs: lists of them.</summary>
    public virtual FmeJobs Jobs { get; }

    /// <summary>A handle to a job, of its kept form. Nothing is sent.</summary>
    /// <param name="handle">What <see cref="FmeJob.ToHandle"/> gave, here or in another process.</param>
    /// <exception cref="ArgumentException">The job is on another server.</exception>
    public virtual FmeJob Resume(FmeJobHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(handle.Id, nameof(handle));
        return ServerAddress.From(handle.ServerUrl) == _jobs.ServerUrl
            ? new FmeJob(handle, _jobs)
            : throw new ArgumentException($"Job {handle.Id} is on {handle.ServerUrl}, and this is a client of {_jobs.ServerUrl}.", nameof(handle));
    }

    /// <summary>Searches for the job of a submission whose response was lost.</summary>
    /// <remarks>
    /// It reads the jobs of the workspace since the time of sending, less an hour for clocks that differ, and compares the key with their directives. Where
    /// none has it, it searches once more after ten seconds, since a submission may still have been under way. "Absent" is said only where everything was seen
    /// that could be the job, so that submitting again is then safe. Whatever keeps it from telling is its result, and no error.
    /// </remarks>
    /// <param name="unknown">What the submission failed with.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="FmeServerUnavailableException">The server cannot be reached, or cannot serve now.</exception>
    public virtual Task<FmeSubmissionSearch> FindSubmissionAsync(FmeSubmissionUnknownException unknown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return unknown is { CorrelationKey: { } key, Repository: { } repository, Workspace: { } workspace, TimeSent: { } time }
            ? new SubmissionFinder(_jobs).FindAsync(
                new SubmissionTrace(key, repository, workspace, time) { Descriptor = unknown.Descriptor }, cancellationToken)
            : Task.FromResult(FmeSubmissionSearch.CannotTell("the submission was sent in a way that has no room for a key."));
    }

    /// <summary>Searches for the job of a submission, in another process than the one that sent it for instance.</summary>
    /// <remarks>As with an exception: "absent" is said only where everything was seen that could be the job.</remarks>
    /// <param name="correlationKey">The key that went out with it.</param>
    /// <param name="repository">The repository, by its name on the server.</param>
    /// <param name="workspace">The workspace's file name, with <c>.fmw</c>.</param>
    /// <param name="timeSent">When it was sent, or a time before that.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="FmeServerUnavailableException">The server cannot be reached, or cannot serve now.</exception>
    public virtual Task<FmeSubmissionSearch> FindSubmissionAsync(
        string correlationKey, string repository, string workspace, DateTimeOffset timeSent, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(correlationKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(repository);
        ArgumentException.ThrowIfNullOrWhiteSpace(workspace);
        return new SubmissionFinder(_jobs).FindAsync(new SubmissionTrace(correlationKey, repository, workspace, timeSent), cancellationToken);
    }
}
