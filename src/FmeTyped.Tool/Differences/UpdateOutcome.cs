namespace FmeTyped.Tool.Differences;

/// <summary>What an update did to the schema file. The names are part of the output of <c>--json</c>.</summary>
internal enum UpdateOutcome
{
    /// <summary>Nothing: it already has this text.</summary>
    Current,

    Written,

    /// <summary>Nothing, since the user asked only what would happen.</summary>
    WouldBeWritten,
}
