namespace FmeTyped.Tool.Terminal;

/// <summary>An error that the user can fix. The message says what is wrong and where, and what to do next.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCode.BadUsage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
