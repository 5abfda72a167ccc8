namespace FmeTyped;

/// <summary>Where jobs of a list may stand.</summary>
[Flags]
public enum FmeJobStates
{
    /// <summary>None. A query has to name some.</summary>
    None = 0,

    /// <summary>Jobs that wait for an engine.</summary>
    Queued = 1,

    /// <summary>Jobs that an engine works on.</summary>
    Running = 2,

    /// <summary>Jobs that ended well.</summary>
    Succeeded = 4,

    /// <summary>Jobs that failed.</summary>
    Failed = 8,

    /// <summary>Jobs that were cancelled.</summary>
    Cancelled = 16,

    /// <summary>Jobs that have not ended.</summary>
    Active = Queued | Running,

    /// <summary>Jobs that have ended.</summary>
    Finished = Succeeded | Failed | Cancelled,

    /// <summary>All jobs.</summary>
    All = Active | Finished,
}
