namespace FmeTyped.Testing;

/// <summary>The emulator refuses a request. The pipeline responds with the status code and the message.</summary>
internal sealed class RefusedException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    /// <summary>The problems by the name of the parameter or member. Responses of v4 have them as <c>details</c>; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Details { get; init; }
}
