namespace FmeTyped;

/// <summary>
/// The server cannot be reached, did not respond in time, or cannot serve requests now (429, 5xx). For a submission it means that no job
/// was made and a later retry is safe: only the statuses 408, 429 and 503 guarantee that.
/// </summary>
public sealed class FmeServerUnavailableException : FmeException
{
    internal FmeServerUnavailableException(string message, ErrorContext context, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, context, innerException) => RetryAfter = retryAfter;

    /// <summary>How long the server asks to wait; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether it was the call's own time limit that ended it.</summary>
    internal bool IsTimeLimit { get; init; }
}
