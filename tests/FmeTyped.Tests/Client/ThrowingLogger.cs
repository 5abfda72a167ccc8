using Microsoft.Extensions.Logging;

namespace FmeTyped.Tests.Client;

/// <summary>A logger that fails at one kind of news, as one does whose disk is full.</summary>
internal sealed class ThrowingLogger(string news, string words = "The disk is full.") : ILogger<FmeFlowClient>
{
    /// <summary>Whether there is room again.</summary>
    public bool IsWell { get; set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == news && !IsWell)
        {
            throw new InvalidOperationException(words);
        }
    }
}
