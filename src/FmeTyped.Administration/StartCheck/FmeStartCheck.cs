namespace FmeTyped;

/// <summary>What to do when workspaces on the server differ from those that code was generated from.</summary>
public enum FmeStartCheck
{
    /// <summary>Log all differences, or why the comparison failed, and start.</summary>
    Warn = 1,

    /// <summary>Do not start if there is a breaking difference, or if the server cannot be reached. Harmless differences are logged.</summary>
    Fail = 2,
}
