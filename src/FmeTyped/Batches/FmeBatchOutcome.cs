namespace FmeTyped;

/// <summary>The outcome of one item of a batch.</summary>
public enum FmeBatchOutcome
{
    /// <summary>Its job succeeded.</summary>
    Succeeded = 1,

    /// <summary>Its job failed or was cancelled.</summary>
    Failed = 2,

    /// <summary>Its job was submitted; the batch was not asked to wait.</summary>
    Submitted = 3,

    /// <summary>The batch's journal says that it was done before; nothing was sent.</summary>
    Skipped = 4,

    /// <summary>It is certain that there is no job: nothing was sent, the server refused, or a search found that what was sent has not arrived.</summary>
    NotSubmitted = 5,

    /// <summary>It is not known whether there is a job. The item was not submitted again.</summary>
    Unknown = 6,

    /// <summary>Its job was submitted, but its end is not known: it did not end in time, or could not be read. The job goes on.</summary>
    Unfinished = 7,

    /// <summary>Its job was submitted, but the server no longer has its record.</summary>
    Purged = 8,
}
