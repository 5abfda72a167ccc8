namespace FmeTyped;

/// <summary>The server does not accept the token (401), or a login page responded in its place.</summary>
public sealed class FmeUnauthorizedException : FmeException
{
    internal FmeUnauthorizedException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
