namespace FmeTyped;

/// <summary>The jobs of a server, in either version of the REST API.</summary>
internal interface IJobApi
{
    /// <summary>Submits a job; returns its id.</summary>
    Task<long> SubmitAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Submits a job with a request whose response arrives when the job has ended.</summary>
    Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Polls a job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="readsRecord">Whether the whole record of an ended job is read, and not only how it ended.</param>
    /// <param name="atMost">The time limit, if it is shorter than the usual one.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer has it.</exception>
    Task<IJobPoll> PollAsync(long id, bool readsRecord, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Whether the server can hold its answer until a job has ended.</summary>
    bool HasLongPoll { get; }

    /// <summary>Asks how a job ended, which the server answers when it has ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="atMost">The time limit.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="FmeException">The call ended, and the job may not have.</exception>
    Task<IJobPoll> LongPollAsync(long id, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Reads the record of a job, within the usual time limit or a shorter one.</summary>
    /// <exception cref="FmeNotFoundException">The server has no record of the job, or no longer has it.</exception>
    Task<FmeJobRecord> GetRecordAsync(long id, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Cancels a job, whether it is queued or running.</summary>
    Task<CancelOutcome> CancelAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reads the published parameters of a job's request; null if the server does not report them.</summary>
    Task<IReadOnlyDictionary<string, FmeParameterValue>?> GetParametersAsync(long id, CancellationToken cancellationToken);

    /// <summary>Deletes the record of a job that has ended.</summary>
    Task DeleteAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reads a job's log entry by entry.</summary>
    IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reads a job's log line by line.</summary>
    IAsyncEnumerable<string> ReadLogLinesAsync(long id, CancellationToken cancellationToken);
}
