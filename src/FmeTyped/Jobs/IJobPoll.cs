namespace FmeTyped;

/// <summary>What one poll of a job read: the whole record, or how the job ended. Either is its own poll, so that none is made for each answer.</summary>
internal interface IJobPoll
{
    /// <summary>Whether the job has ended.</summary>
    bool HasEnded { get; }

    /// <summary>The status of the job.</summary>
    FmeJobStatus Status { get; }

    /// <summary>The whole record; null if only the end was read.</summary>
    FmeJobRecord? Record { get; }

    /// <summary>How the job ended, if it has ended.</summary>
    FmeJobResult ToResult();
}
