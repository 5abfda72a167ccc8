namespace FmeTyped.Testing;

/// <summary>The emulator refuses a request. The pipeline answers with the status code and the message.</summary>
internal sealed class RefusedException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    /// <summary>What is wrong, by the name of what it is wrong with. Responses of v4 have it as <c>details</c>; null leaves it out.</summary>
    public IReadOnlyDictionary<string, string>? Details { get; init; }
}
