namespace FmeTyped.Tool.Terminal;

/// <summary>An error that the user can fix. The message says what is wrong and where, and what to do next.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCode.BadUsage) : Exception(TerminalText.From(message))
{
    private readonly IReadOnlyList<string>? _lines;

    /// <param name="lines">Several errors, each on a line.</param>
    public ToolException(IReadOnlyList<string> lines)
        : this(string.Join(' ', lines)) => _lines = lines;

    public IReadOnlyList<string> Lines => _lines ?? [Message];

    public int ExitCode { get; } = exitCode;
}
