namespace FmeTyped;

/// <summary>What came of cancelling a job.</summary>
public enum FmeCancelOutcome
{
    /// <summary>The server took the wish. The job ends soon, with a status of its own.</summary>
    Requested = 1,

    /// <summary>The job had already ended, so there was nothing to cancel.</summary>
    AlreadyFinished = 2,
}
