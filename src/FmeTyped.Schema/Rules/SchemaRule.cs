namespace FmeTyped.Schema.Rules;

/// <summary>A rule for schema files. A page under docs/diagnostics describes each rule.</summary>
/// <param name="Id">The diagnostic id.</param>
/// <param name="Title">A short description of the problem.</param>
/// <param name="Message">The message, a format string for string.Format.</param>
/// <param name="Severity">The severity.</param>
internal sealed record SchemaRule(string Id, string Title, string Message, SchemaSeverity Severity);

internal enum SchemaSeverity
{
    /// <summary>Something is not generated because of it.</summary>
    Error,

    /// <summary>Something is generated differently from what the file suggests.</summary>
    Warning,

    /// <summary>Information only.</summary>
    Information,
}
