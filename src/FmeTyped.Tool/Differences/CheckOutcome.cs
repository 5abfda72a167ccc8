namespace FmeTyped.Tool.Differences;

/// <summary>How far a comparison got. The names are part of the output of <c>check --json</c>.</summary>
internal enum CheckOutcome
{
    /// <summary>Everything was compared.</summary>
    Compared,

    /// <summary>The server could not be reached, or something else responded; nothing was compared.</summary>
    Unreachable,

    /// <summary>The server refused some or all of it, or its response is not a schema.</summary>
    Refused,
}
