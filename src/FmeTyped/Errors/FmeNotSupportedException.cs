namespace FmeTyped;

/// <summary>The server's REST API lacks what the call asks for. Nothing was submitted; the message says what to do instead.</summary>
public sealed class FmeNotSupportedException : FmeException
{
    internal FmeNotSupportedException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
