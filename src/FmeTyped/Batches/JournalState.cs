namespace FmeTyped;

/// <summary>The state of an item in its journal.</summary>
internal enum JournalState
{
    /// <summary>A submission was about to be sent. Whether it was sent, and with what result, is not known.</summary>
    Intended,

    /// <summary>The server has the job.</summary>
    Submitted,

    /// <summary>It is certain that the submission made no job.</summary>
    Withdrawn,

    /// <summary>The item has its outcome.</summary>
    Done,
}
