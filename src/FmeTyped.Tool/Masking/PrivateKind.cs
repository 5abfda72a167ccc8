namespace FmeTyped.Tool.Masking;

/// <summary>What is private about a value.</summary>
internal enum PrivateKind
{
    /// <summary>Only what its text tells.</summary>
    None,

    /// <summary>It is the value of a parameter, or content of a file.</summary>
    Value,

    Secret,
    Host,
    Person,

    /// <summary>A line of a log, whose columns before the message are not private.</summary>
    LogLine,
}
