namespace FmeTyped;

/// <summary>What one poll of a job showed: all that the server tells of a job that goes on, and of one that has ended how it ended.</summary>
internal readonly record struct JobPoll
{
    private readonly FmeJobResult? _end;

    /// <summary>A job of which the whole record was read.</summary>
    public JobPoll(FmeJobRecord record) => (Status, Record) = (record.Status, record);

    /// <summary>A job that has ended.</summary>
    public JobPoll(FmeJobStatus status, FmeJobResult end) => (Status, _end) = (status, end);

    /// <summary>Where the job stands.</summary>
    public FmeJobStatus Status { get; }

    /// <summary>All that the server tells; null where only the end was read.</summary>
    public FmeJobRecord? Record { get; }

    /// <summary>How the job ended, as far as it did.</summary>
    public FmeJobResult ToResult() => _end ?? FmeJobResult.From(Record!);
}
