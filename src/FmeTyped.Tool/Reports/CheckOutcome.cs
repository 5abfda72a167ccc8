namespace FmeTyped.Tool.Reports;

/// <summary>How far a comparison came. The names are part of what <c>check --json</c> prints.</summary>
internal enum CheckOutcome
{
    /// <summary>All was compared.</summary>
    Compared,

    /// <summary>The server could not be reached, or something else answered; nothing was compared.</summary>
    Unreachable,

    /// <summary>The server refused all or some of it, or answered what is no schema.</summary>
    Refused,
}
