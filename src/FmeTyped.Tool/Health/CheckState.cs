namespace FmeTyped.Tool.Health;

/// <summary>What came of a check, the better first.</summary>
internal enum CheckState
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It cannot be told, and nothing can be done about that.</summary>
    Unknown,

    /// <summary>Something will go wrong, or is not as the schema file says.</summary>
    Look,

    /// <summary>Calls fail because of it.</summary>
    Failed,
}
