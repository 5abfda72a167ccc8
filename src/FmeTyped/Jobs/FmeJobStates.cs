namespace FmeTyped;

/// <summary>The states of jobs in a list.</summary>
[Flags]
public enum FmeJobStates
{
    /// <summary>None. A query must name at least one state.</summary>
    None = 0,

    /// <summary>Jobs that wait for an engine.</summary>
    Queued = 1,

    /// <summary>Jobs that an engine is running.</summary>
    Running = 2,

    /// <summary>Jobs that succeeded.</summary>
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
