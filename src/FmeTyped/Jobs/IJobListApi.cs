namespace FmeTyped;

/// <summary>Lists of jobs, page by page, in either version of the REST API.</summary>
internal interface IJobListApi
{
    /// <summary>Whether ended jobs are sorted by the time of their end, the latest first.</summary>
    bool SortsFinished { get; }

    /// <summary>The parts of a query that this version has no filter for, by their names.</summary>
    IEnumerable<string> Unfiltered(FmeJobQuery query);

    /// <summary>Reads a page.</summary>
    Task<JobPage> GetPageAsync(JobStage stage, FmeJobQuery query, long offset, CancellationToken cancellationToken);
}
