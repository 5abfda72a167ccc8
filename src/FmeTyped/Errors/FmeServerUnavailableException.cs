namespace FmeTyped;

/// <summary>
/// The server cannot be reached, did not answer in time, or cannot serve now (429, 5xx). For a submission it means that no job
/// was made, and trying again later is safe: of the answers only 408, 429 and 503 say that.
/// </summary>
public sealed class FmeServerUnavailableException : FmeException
{
    internal FmeServerUnavailableException(string message, ErrorContext context, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, context, innerException) => RetryAfter = retryAfter;

    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether it was the call's own time limit that ended it.</summary>
    internal bool IsTimeLimit { get; init; }
}
