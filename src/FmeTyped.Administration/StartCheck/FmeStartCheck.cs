namespace FmeTyped;

/// <summary>What to do when workspaces on the server differ from what code was generated from.</summary>
public enum FmeStartCheck
{
    /// <summary>Log all differences, or why they could not be found, and start.</summary>
    Warn = 1,

    /// <summary>Do not start with a breaking difference, nor where the server cannot be asked. Harmless differences are logged.</summary>
    Fail = 2,
}
