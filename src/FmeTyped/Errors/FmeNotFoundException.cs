namespace FmeTyped;

/// <summary>The server does not know the repository, the workspace or the job (404).</summary>
public sealed class FmeNotFoundException : FmeException
{
    internal FmeNotFoundException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
