namespace FmeTyped;

/// <summary>The result of one poll of a job: the whole record of an active job, or how an ended job ended.</summary>
internal readonly record struct JobPoll
{
    // A record, or a result.
    private readonly object? _read;

    /// <summary>Creates a poll that read the whole record.</summary>
    public JobPoll(FmeJobRecord record) => (Status, _read) = (record.Status, record);

    /// <summary>Creates a poll of a job that has ended.</summary>
    public JobPoll(FmeJobStatus status, FmeJobResult end) => (Status, _read) = (status, end);

    /// <summary>The status of the job.</summary>
    public FmeJobStatus Status { get; }

    /// <summary>The whole record; null if only the end was read.</summary>
    public FmeJobRecord? Record => _read as FmeJobRecord;

    /// <summary>How the job ended, if it has ended.</summary>
    public FmeJobResult ToResult() => _read as FmeJobResult ?? FmeJobResult.From(Record!);
}
