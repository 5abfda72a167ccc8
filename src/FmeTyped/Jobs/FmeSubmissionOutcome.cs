namespace FmeTyped;

/// <summary>What came of looking for a submission whose answer was lost.</summary>
public enum FmeSubmissionOutcome
{
    /// <summary>The server took it; its job is there.</summary>
    Found = 1,

    /// <summary>The server did not take it. Submitting again makes no second job.</summary>
    Absent = 2,

    /// <summary>Neither can be said. Submitting again may make a second job.</summary>
    CannotTell = 3,
}
