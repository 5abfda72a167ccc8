namespace FmeTyped.Testing;

/// <summary>The emulator refuses a request. The pipeline answers with the status code and the message.</summary>
internal sealed class RefusedException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
