namespace FmeTyped;

/// <summary>Lists of jobs, page by page, whichever version of the REST API the server speaks.</summary>
internal interface IJobListApi
{
    /// <summary>Whether the jobs that have ended come in the order of their ends, the latest first.</summary>
    bool SortsFinished { get; }

    /// <summary>The parts of a query that this version has no filter for, by their names.</summary>
    IEnumerable<string> Unfiltered(FmeJobQuery query);

    /// <summary>Reads a page.</summary>
    Task<JobPage> GetPageAsync(JobStage stage, FmeJobQuery query, long offset, CancellationToken cancellationToken);
}
