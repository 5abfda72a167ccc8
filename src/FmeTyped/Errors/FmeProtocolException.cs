namespace FmeTyped;

/// <summary>The answer is not one that FME Flow gives: not JSON, or JSON that lacks what has to be there.</summary>
public sealed class FmeProtocolException : FmeException
{
    internal FmeProtocolException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
