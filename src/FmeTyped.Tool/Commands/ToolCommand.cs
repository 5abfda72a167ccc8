using System.CommandLine;

namespace FmeTyped.Tool.Commands;

/// <summary>A command of the tool, with the end of its help.</summary>
/// <param name="Command">The command, with its options and action.</param>
/// <param name="Examples">Command lines to start from.</param>
/// <param name="ExitCodes">The meaning of its exit codes, except those that all commands have.</param>
internal sealed record ToolCommand(Command Command, IReadOnlyList<string> Examples, IReadOnlyList<string> ExitCodes);
