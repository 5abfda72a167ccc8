using System.CommandLine;

namespace FmeTyped.Tool.Commands;

/// <summary>A verb of the tool with what its help ends with.</summary>
/// <param name="Command">The verb, with its options and action.</param>
/// <param name="Examples">Command lines to start from.</param>
/// <param name="ExitCodes">What its exit codes mean, beside those that all verbs have.</param>
internal sealed record ToolCommand(Command Command, IReadOnlyList<string> Examples, IReadOnlyList<string> ExitCodes);
