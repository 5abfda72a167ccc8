namespace FmeTyped;

/// <summary>What the client needs of a server, whichever version of the REST API it speaks.</summary>
internal interface IJobApi
{
    /// <summary>Submits a job; gives its id.</summary>
    ValueTask<long> SubmitAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Submits a job and lets the server wait for its end.</summary>
    Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Looks how a job stands. Of one that has ended only the result is read, unless more is wanted. Takes the usual time limit or a shorter one.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isKnown">Whether the job is known to have been there: a record that is missing is gone then.</param>
    /// <param name="wantsRecord">Whether the whole record is wanted in any case.</param>
    /// <param name="atMost">The longest time.</param>
    /// <param name="cancellationToken">The caller's.</param>
    ValueTask<JobSnapshot> PollAsync(long id, bool isKnown, bool wantsRecord, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Cancels a job, whether it is queued or running.</summary>
    Task<CancelOutcome> CancelAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reads the published parameters that a job was asked to run with; null where the server does not tell.</summary>
    Task<IReadOnlyDictionary<string, FmeParameterValue>?> GetParametersAsync(long id, CancellationToken cancellationToken);

    /// <summary>Removes the record of a job that has ended.</summary>
    Task DeleteAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reads a job's log entry by entry.</summary>
    IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reads a job's log line by line.</summary>
    IAsyncEnumerable<string> ReadLogLinesAsync(long id, CancellationToken cancellationToken);
}
