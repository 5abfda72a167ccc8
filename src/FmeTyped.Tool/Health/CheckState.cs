namespace FmeTyped.Tool.Health;

/// <summary>The result of a check, from best to worst.</summary>
internal enum CheckState
{
    /// <summary>The check passed.</summary>
    Ok,

    /// <summary>The check could not be made, and nothing can be done about that.</summary>
    Unknown,

    /// <summary>Something will go wrong, or differs from the schema file.</summary>
    Warning,

    /// <summary>Calls fail because of it.</summary>
    Failed,
}
