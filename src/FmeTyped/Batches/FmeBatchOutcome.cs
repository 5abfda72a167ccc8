namespace FmeTyped;

/// <summary>The outcome of one item of a batch.</summary>
public enum FmeBatchOutcome
{
    /// <summary>Its job succeeded.</summary>
    Succeeded = 1,

    /// <summary>Its job failed or was cancelled.</summary>
    Failed = 2,

    /// <summary>Its job was submitted, which is all that was asked for.</summary>
    Submitted = 3,

    /// <summary>The batch's journal says that it was done before; nothing was sent.</summary>
    Skipped = 4,

    /// <summary>It is certain that there is no job: nothing was sent, the server refused, or what was sent was looked for and is not there.</summary>
    NotSubmitted = 5,

    /// <summary>It is not known whether there is a job, and it was not submitted again.</summary>
    Unknown = 6,

    /// <summary>Its job was submitted, and its end was not seen: it did not come in time, or could not be read. The job goes on.</summary>
    Unfinished = 7,

    /// <summary>Its job was submitted, and the server no longer has its record.</summary>
    Purged = 8,
}
