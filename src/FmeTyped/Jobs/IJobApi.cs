namespace FmeTyped;

/// <summary>The jobs of a server, whichever version of the REST API it speaks.</summary>
internal interface IJobApi
{
    /// <summary>Submits a job; gives its id.</summary>
    ValueTask<long> SubmitAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Submits a job and lets the server wait for its end.</summary>
    Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Polls a job, within the usual time limit or a shorter one. Of one that has ended only its end is read.</summary>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer.</exception>
    ValueTask<JobPoll> PollAsync(long id, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Reads the record of a job, within the usual time limit or a shorter one.</summary>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer.</exception>
    ValueTask<FmeJobRecord> GetRecordAsync(long id, TimeSpan atMost, CancellationToken cancellationToken);

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
