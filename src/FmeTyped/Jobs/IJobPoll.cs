namespace FmeTyped;

/// <summary>What one poll of a job read. It is the whole record or the result itself, so that no object is made for it.</summary>
internal interface IJobPoll
{
    /// <summary>Whether the job has ended.</summary>
    bool HasEnded { get; }

    /// <summary>The status of the job.</summary>
    FmeJobStatus Status { get; }
}
