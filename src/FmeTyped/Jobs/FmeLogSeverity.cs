namespace FmeTyped;

/// <summary>How grave an entry of a log is, from the least to the gravest.</summary>
public enum FmeLogSeverity
{
    /// <summary>A line without a severity, or with one that is not known; its text is kept.</summary>
    Unknown = 0,

    /// <summary>Counts and rules: FME's STATS and STATRP.</summary>
    Statistics = 1,

    /// <summary>FME's INFORM.</summary>
    Information = 2,

    /// <summary>FME's WARN.</summary>
    Warning = 3,

    /// <summary>FME's ERROR.</summary>
    Error = 4,

    /// <summary>FME's FATAL.</summary>
    Fatal = 5,
}
