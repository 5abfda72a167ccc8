namespace FmeTyped.Tool.Jobs;

/// <summary>Reads the jobs of a server for reports.</summary>
internal sealed class JobReader(FmeFlowClient client, TimeProvider time)
{
    /// <param name="query">Which jobs.</param>
    /// <param name="explains">Whether failed jobs are explained from their logs.</param>
    /// <param name="progress">Receives what is read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<JobsReport> ReadAsync(FmeJobQuery query, bool explains, IProgress<string> progress, CancellationToken cancellationToken)
    {
        FmeJobList list = client.ListJobsAsync(query, cancellationToken);
        var jobs = new List<JobRow>();
        await foreach (FmeJobRecord job in list.ConfigureAwait(false))
        {
            jobs.Add(JobRow.From(job, time.GetUtcNow()) with
            {
                Explanation = explains && JobRow.HasFailed(job)
                    ? JobExplanation.From(await client.GetJob(job.Id).ExplainAsync(cancellationToken).ConfigureAwait(false))
                    : null,
            });
            progress.Report($"Reading jobs: {jobs.Count}");
        }

        return new JobsReport(jobs, list.MayLackJobs);
    }

    /// <summary>The first jobs of a list: the active ones, and those that ended last.</summary>
    public async Task<IReadOnlyList<JobRow>> ReadFirstAsync(FmeJobQuery query, int count, CancellationToken cancellationToken)
    {
        var jobs = new List<JobRow>();
        await foreach (FmeJobRecord job in client.ListJobsAsync(query, cancellationToken).Take(count).ConfigureAwait(false))
        {
            jobs.Add(JobRow.From(job, time.GetUtcNow()));
        }

        return jobs;
    }
}
