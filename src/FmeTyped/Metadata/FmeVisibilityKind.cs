namespace FmeTyped.Metadata;

/// <summary>The kind of a visibility condition.</summary>
public enum FmeVisibilityKind
{
    /// <summary>Only the server can decide the condition.</summary>
    Undecidable = 0,

    /// <summary>Whether a parameter has a value.</summary>
    Equals = 1,

    /// <summary>Whether a parameter is less than a value.</summary>
    Less = 2,

    /// <summary>Whether a parameter is greater than a value.</summary>
    Greater = 3,

    /// <summary>Whether a regular expression matches a parameter's value.</summary>
    Matches = 4,

    /// <summary>Whether a parameter's value is known only when the workspace runs.</summary>
    RuntimeValue = 5,

    /// <summary>Whether a parameter is visible itself.</summary>
    Enabled = 6,

    /// <summary>Whether at least one of several conditions is met.</summary>
    AnyOf = 7,

    /// <summary>Whether all of several conditions are met.</summary>
    AllOf = 8,

    /// <summary>Whether a condition is not met.</summary>
    Not = 9,
}
