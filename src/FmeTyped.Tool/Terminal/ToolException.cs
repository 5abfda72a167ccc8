namespace FmeTyped.Tool.Terminal;

/// <summary>Something the user can mend. The message says what and where, and what to do next.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCode.BadUsage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
