using FmeTyped.Tool.Terminal;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Tool.Mcp;

/// <summary>Logs to standard error, a line an entry, since standard output is the protocol's.</summary>
/// <param name="output">The tool's output.</param>
internal sealed class ProblemLogger(Output output) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string line = exception is null ? formatter(state, exception) : $"{formatter(state, exception)}: {exception.Message}";
        output.Problem(string.Concat(line.ReplaceLineEndings(" ").Select(sign => char.IsControl(sign) ? ' ' : sign)));
    }
}
