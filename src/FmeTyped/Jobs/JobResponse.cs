namespace FmeTyped;

/// <summary>A server's response to the question how a job stands. Its caller reads as much of it as it needs.</summary>
internal abstract class JobResponse
{
    private FmeJobRecord? _record;

    /// <summary>Where the job stands.</summary>
    public abstract FmeJobStatus Status { get; }

    /// <summary>All that the server tells of the job.</summary>
    public FmeJobRecord Record => _record ??= ReadRecord();

    /// <summary>How the job ended; of a job that has not ended, what is known so far.</summary>
    public abstract FmeJobResult ReadResult();

    protected abstract FmeJobRecord ReadRecord();
}
