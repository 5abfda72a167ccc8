namespace FmeTyped;

/// <summary>What became of one item of a batch.</summary>
public enum FmeBatchOutcome
{
    /// <summary>Its job ended well.</summary>
    Succeeded = 1,

    /// <summary>Its job ended, and not well.</summary>
    Failed = 2,

    /// <summary>Its job was submitted, which is all that was asked for.</summary>
    Submitted = 3,

    /// <summary>The batch's journal says that it was done before; nothing was sent.</summary>
    Skipped = 4,

    /// <summary>It is certain that no job was made of it: nothing was sent, the server refused, or what was sent was looked for and is not there.</summary>
    NotSubmitted = 5,

    /// <summary>Whatever else became of its submission: it is not known whether a job was made of it, and it was not submitted again.</summary>
    Unknown = 6,

    /// <summary>Its job was submitted, and its end was not seen: it did not come in time, or could not be read. The job goes on.</summary>
    Unfinished = 7,

    /// <summary>Its job was submitted, and the server has its record no longer.</summary>
    Purged = 8,
}
