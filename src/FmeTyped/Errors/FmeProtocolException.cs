namespace FmeTyped;

/// <summary>The response is not one of FME Flow's: it is not JSON, or the JSON lacks required members.</summary>
public sealed class FmeProtocolException : FmeException
{
    internal FmeProtocolException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
