namespace FmeTyped;

/// <summary>What a tool does.</summary>
public enum FmeToolKind
{
    /// <summary>Runs a workspace. What the workspace reads and writes is not known.</summary>
    Run = 0,

    /// <summary>Reports how a job stands, and changes nothing.</summary>
    Status = 1,

    /// <summary>Cancels a job.</summary>
    Cancel = 2,
}
