namespace FmeTyped;

/// <summary>Reads the records of single jobs, whichever version serves them.</summary>
internal sealed class JobRecords(ApiVersionSelector<IJobApi> jobs)
{
    /// <summary>Reads a job's record, within the usual time limit or a shorter one.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isKnown">Whether the job is known to have been there.</param>
    /// <param name="atMost">The longest time.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<FmeJobRecord> ReadAsync(long id, bool isKnown, TimeSpan atMost, CancellationToken cancellationToken)
    {
        IJobApi api = await jobs.ForAsync(FirstV4Build.ForRecord, atMost, cancellationToken).ConfigureAwait(false);
        return (await api.PollAsync(id, isKnown, wantsRecord: true, atMost, cancellationToken).ConfigureAwait(false)).Record!;
    }
}
