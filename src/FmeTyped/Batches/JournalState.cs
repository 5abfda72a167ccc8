namespace FmeTyped;

/// <summary>How far an item is, by its journal.</summary>
internal enum JournalState
{
    /// <summary>A submission was about to be sent. Whether it was, and what came of it, is not known.</summary>
    Intended,

    /// <summary>The server has the job.</summary>
    Submitted,

    /// <summary>It is certain that the submission made no job.</summary>
    Withdrawn,

    /// <summary>The item has come to its outcome.</summary>
    Done,
}
