namespace FmeTyped;

/// <summary>The job's result is gone (404, 410): the server removes results after a time that its administrator sets.</summary>
public sealed class FmeResultExpiredException : FmeException
{
    internal FmeResultExpiredException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
