namespace FmeTyped.Schema.Rules;

/// <summary>A rule a schema file can break. One page under docs/diagnostics describes each.</summary>
/// <param name="Id">The diagnostic id.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Message">What is reported, with places for arguments as string.Format has them.</param>
/// <param name="Severity">How bad it is.</param>
internal sealed record SchemaRule(string Id, string Title, string Message, SchemaSeverity Severity);

internal enum SchemaSeverity
{
    /// <summary>Something is not generated.</summary>
    Error,

    /// <summary>Something is generated otherwise than it looks.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Information,
}
