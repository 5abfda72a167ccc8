namespace FmeTyped;

/// <summary>The result of cancelling a job.</summary>
internal enum CancelOutcome
{
    /// <summary>The server accepted it. The job ends soon, as cancelled.</summary>
    Requested = 1,

    /// <summary>The job had already ended, so there was nothing to cancel.</summary>
    AlreadyFinished = 2,
}
